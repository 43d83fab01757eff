import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { LANGUAGES } from '@contract/language/languages'
import { expect, test } from '@playwright/test'
import { wrongFuses } from '../../scripts/dist/fuses.mjs'

const folder = process.env.UNROLL_FOLDER ?? ''
const resources = join(folder, 'resources')

/** A file or a folder of an archive: a tree in JSON behind four numbers of four bytes each, and after it the files. */
type Node = {
  readonly files?: Readonly<Record<string, Node>>
  readonly offset?: string
  readonly size?: number
}
type Packed = { readonly name: string; readonly bytes: () => Buffer }

function filesInArchive(path: string): Packed[] {
  const archive = readFileSync(path)
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString('utf8')) as Node
  const begin = 8 + archive.readUInt32LE(4)
  const walk = (node: Node, prefix: string): Packed[] =>
    Object.entries(node.files ?? {}).flatMap(([name, child]) => {
      if (child.files) return walk(child, `${prefix}${name}/`)
      const from = begin + Number(child.offset)
      return [{ name: `${prefix}${name}`, bytes: () => archive.subarray(from, from + Number(child.size)) }]
    })
  return walk(header, '')
}

function namesInArchive(path: string): string[] {
  return filesInArchive(path).map(({ name }) => name)
}

/** The npm packages in an archive, as they name themselves. */
function packagesInArchive(path: string): { readonly name: string; readonly version: string }[] {
  return filesInArchive(path)
    .filter(({ name }) => /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/.test(name))
    .map(({ bytes }) => JSON.parse(bytes().toString('utf8')) as { name: string; version: string })
}

test('every fuse of the program is set', async () => {
  expect(await wrongFuses(join(folder, 'unroll'))).toEqual([])
})

test('the archive holds the app and what it loads, and nothing else', () => {
  const names = namesInArchive(join(resources, 'app.asar'))
  expect(names).toContain('out/main/index.js')
  expect(names).toContain('out/preload/index.cjs')
  expect(names).toContain('out/renderer/index.html')
  expect(names.length).toBeLessThan(2000)
  const needless = names.filter((name) =>
    /\.(map|ts|md)$|(_test|\.test|\.spec)\.[cm]?js$|\/(test|tests)\//.test(name),
  )
  expect(needless).toEqual([])
  const packages = new Set(
    names.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
  )
  for (const bundled of ['react', 'react-dom', 'chart.js', 'zustand', 'vite', 'electron', 'core-js'])
    expect([...packages]).not.toContain(bundled)
  const { dependencies } = createRequire(import.meta.url)('../../package.json') as {
    dependencies: Record<string, string>
  }
  expect([...packages]).toEqual(expect.arrayContaining(Object.keys(dependencies)))
})

test('the licences of all that ships are told', () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const told = read('LICENSES.npm.txt')
  // Their places are not those of node_modules here: electron-builder lays them out its own way.
  const shipped = packagesInArchive(join(resources, 'app.asar'))
  expect(shipped.length).toBeGreaterThan(80)
  for (const { name, version } of shipped) expect(told).toContain(`\n${name} ${version} (`)
  for (const inThePage of ['react', 'react-dom', 'scheduler', 'chart.js', 'zustand'])
    expect(told).toMatch(new RegExp(`^${inThePage} \\d`, 'm'))
  for (const name of [
    'LICENSE.txt',
    'LICENSE.electron.txt',
    'LICENSES.chromium.html',
    'LICENSE.tensorflow.txt',
    'THIRD_PARTY_NOTICES.tensorflow.txt',
  ])
    expect(read(name).length, name).toBeGreaterThan(900)
  if (process.env.UNROLL_PROGRAM !== '/usr/bin/unroll') return
  const copyright = readFileSync('/usr/share/doc/unroll/copyright', 'utf8')
  expect(copyright).toMatch(/^Format: https:\/\/www\.debian\.org\//)
  for (const { name, version } of shipped) expect(copyright).toContain(`\nLicense: ${name}-${version}\n`)
})

test('there is one TensorFlow, outside of the archive, and no page of Electron', () => {
  expect(readdirSync(resources).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, withFileTypes: true })
  const files = unpacked.filter((entry) => entry.isFile()).map((entry) => entry.name)
  expect(files.sort()).toEqual(['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2', 'tfjs_binding.node'])
})

test('Chromium brings what it says by itself in the languages of the app, and in no other', () => {
  const packs = Object.values(LANGUAGES).map(({ locale }) => `${locale}.pak`)
  expect(readdirSync(join(folder, 'locales')).sort()).toEqual(packs.sort())
})
