import { lstatSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { ensureEntry } from '../../scripts/setup/parts/cache.mjs'
import { linkTree } from '../../scripts/setup/parts/link-tree.mjs'
import { firstDamage } from '../../scripts/setup/parts/manifest.mjs'
import { ensurePart } from '../../scripts/setup/parts/part.mjs'
import { tempFolder } from './helpers/temp-folder'

async function fillLibrary(folder: string) {
  await mkdir(join(folder, 'lib/deep'), { recursive: true })
  await writeFile(join(folder, 'lib/libx.so.2'), 'the library')
  await writeFile(join(folder, 'lib/deep/data'), 'data')
  await symlink('libx.so.2', join(folder, 'lib/libx.so'))
  await writeFile(join(folder, 'header.h'), 'not to be placed')
}

function setting() {
  const folder = tempFolder()
  const fill = vi.fn(fillLibrary)
  const said: string[] = []
  const target = join(folder, 'node_modules/x/deps/lib')
  const part = { title: 'The library', name: 'x-1', inside: 'lib', target, fill }
  const where = {
    cache: join(folder, 'cache'),
    stamps: join(folder, 'stamps'),
    say: (line: string) => said.push(line),
  }
  return { part, where, target, fill, said }
}

test('a part is put in place once; the second run does nothing', async () => {
  const { part, where, target, fill } = setting()
  expect(await ensurePart(part, where)).toBe(true)
  expect(readdirSync(target).sort()).toEqual(['deep', 'libx.so', 'libx.so.2'])
  expect(readFileSync(join(target, 'libx.so'), 'utf8')).toBe('the library')
  const before = lstatSync(target).ctimeMs
  expect(await ensurePart(part, where)).toBe(false)
  expect(lstatSync(target).ctimeMs).toBe(before)
  expect(fill).toHaveBeenCalledTimes(1)
})

test('it shares the disk space of the cache', async () => {
  const { part, where, target } = setting()
  await ensurePart(part, where)
  const cached = lstatSync(join(where.cache, 'x-1/files/lib/libx.so.2'))
  expect(lstatSync(join(target, 'libx.so.2')).ino).toBe(cached.ino)
})

test.each([
  ['a deleted file', 'deep/data', (target: string) => rmSync(join(target, 'deep/data'))],
  ['a deleted link', 'libx.so', (target: string) => rmSync(join(target, 'libx.so'))],
  ['a deleted folder', 'deep/data', (target: string) => rmSync(target, { recursive: true })],
])('%s is put back from the cache', async (_, named, damage) => {
  const { part, where, target, fill, said } = setting()
  await ensurePart(part, where)
  damage(target)
  expect(await ensurePart(part, where)).toBe(true)
  expect(readdirSync(target).sort()).toEqual(['deep', 'libx.so', 'libx.so.2'])
  expect(fill).toHaveBeenCalledTimes(1)
  expect(said).toEqual([`The library is incomplete (${named}), putting it back`])
})

test('a file cut short, which cuts the cache short as well, is had anew', async () => {
  const { part, where, target, fill } = setting()
  await ensurePart(part, where)
  truncateSync(join(target, 'libx.so.2'), 4)
  expect(await ensurePart(part, where)).toBe(true)
  expect(readFileSync(join(target, 'libx.so.2'), 'utf8')).toBe('the library')
  expect(fill).toHaveBeenCalledTimes(2)
})

test('another version takes the place of the old one', async () => {
  const { part, where, target } = setting()
  await ensurePart(part, where)
  const fill = async (folder: string) => {
    await mkdir(join(folder, 'lib'))
    await writeFile(join(folder, 'lib/liby.so'), 'the new library')
  }
  expect(await ensurePart({ ...part, name: 'x-2', fill }, where)).toBe(true)
  expect(readdirSync(target)).toEqual(['liby.so'])
})

test('where the disks differ, copies are made that pass the same check', async () => {
  const folder = tempFolder()
  const entry = await ensureEntry(join(folder, 'cache'), 'x-1', async (files) => {
    await fillLibrary(files)
    await utimes(join(files, 'lib/libx.so.2'), 499_162_500, 499_162_500)
  })
  const hardLink = () => Promise.reject(Object.assign(new Error('cross-device link'), { code: 'EXDEV' }))
  await linkTree(entry.folder, entry.items, join(folder, 'copy'), { hardLink })
  expect(await firstDamage(join(folder, 'copy'), entry.items)).toBeUndefined()
})
