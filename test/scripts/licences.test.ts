import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { copyrightFile } from '../../scripts/dist/terms/copyright-file.mjs'
import { licenceOf } from '../../scripts/dist/terms/licence-texts.mjs'
import { licencesOfPackages, noticesOf } from '../../scripts/dist/terms/licences.mjs'
import { shippedPackages } from '../../scripts/dist/terms/shipped-packages.mjs'
import { platforms } from '../../scripts/setup/pins/platforms.mjs'

const root = resolve(import.meta.dirname, '../..')

test('what ships is known: what the app loads, what is in the page, and what these depend on', async () => {
  const shipped = await shippedPackages(root)
  const names = new Set(shipped.map(({ name }) => name))
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of [
    ...Object.keys(dependencies),
    'react',
    'react-dom',
    'scheduler',
    'chart.js',
    '@kurkle/color',
    'zustand',
  ])
    expect(names).toContain(name)
  for (const name of ['google-protobuf', 'seedrandom', 'long', '@tensorflow/tfjs-core'])
    expect(names).toContain(name)
  for (const name of ['vitest', 'electron', 'typescript', 'vite', '@playwright/test'])
    expect(names).not.toContain(name)
  for (const { path } of shipped) expect(existsSync(join(root, path, 'package.json'))).toBe(true)
})

test('every package that ships has the text of its licence', async () => {
  const shipped = await shippedPackages(root)
  for (const one of shipped) {
    const { text, licence } = await licenceOf(root, one)
    expect(licence, one.name).not.toBe('')
    expect(text.length, `${one.name}: ${text}`).toBeGreaterThan(400)
    expect(text, one.name).toMatch(/permission|redistribution|licensor|public domain|permitted/i)
  }
  const all = await licencesOfPackages(root)
  for (const { name, version } of shipped) expect(all).toContain(`\n${name} ${version} (`)
  // Terms in a read-me, in a .md file, and named only.
  expect(all).toContain('Copyright 2019 David Bau.')
  expect(all).toContain('Copyright (c) Fabian Hiller')
  expect(all).toContain('Copyright (c) Sebastian Mayr')
})

test('the Debian file has a stanza for each part, and its text as a field of that format', () => {
  const file = copyrightFile([
    { files: '*', copyright: 'Us', name: 'Expat', text: 'One.\n\nTwo.\r\n' },
    { files: 'a/*', copyright: 'Them\nand others', name: 'a-1', text: 'Three.' },
  ])
  const [header, ours, theirs] = file.trimEnd().split('\n\n')
  expect(header).toMatch(
    /^Format: https:\/\/www\.debian\.org\/doc\/packaging-manuals\/copyright-format\/1\.0\/\n/,
  )
  expect(ours).toBe('Files: *\nCopyright: Us\nLicense: Expat\n One.\n .\n Two.')
  expect(theirs).toBe('Files: a/*\nCopyright: Them\n and others\nLicense: a-1\n Three.')
})

test("TensorFlow's licences are those of the version whose library ships", () => {
  const read = (name: string) => readFileSync(join(root, 'resources/licences', name), 'utf8')
  expect(read('tensorflow/LICENSE')).toContain('Apache License')
  for (const { library } of Object.values(platforms)) {
    expect(read('README.md')).toContain(library.version)
    expect(read(`tensorflow/${noticesOf(library.version)}`).length).toBeGreaterThan(100_000)
  }
})
