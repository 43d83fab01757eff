import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { ensureEntry } from '../../scripts/setup/parts/cache.mjs'
import { withLock } from '../../scripts/setup/parts/lock.mjs'
import { quietly } from './helpers/quiet'
import { tempFolder } from './helpers/temp-folder'

beforeEach(quietly)

// No process has this number: it is above the largest that Linux gives.
const deadPid = 2 ** 22 + 1
const write = (text: string) => async (folder: string) => writeFile(join(folder, 'file'), text)

test('an entry is filled once and then used', async () => {
  const cache = tempFolder()
  const fill = vi.fn(write('contents'))
  const first = await ensureEntry(cache, 'part', fill)
  const second = await ensureEntry(cache, 'part', fill)
  expect(fill).toHaveBeenCalledTimes(1)
  expect(readFileSync(join(second.folder, 'file'), 'utf8')).toBe('contents')
  expect(second).toEqual(first)
  expect(readdirSync(cache)).toEqual(['part'])
})

test('an entry that could not be filled is not there, not even half', async () => {
  const cache = tempFolder()
  const broken = async (folder: string) => {
    await write('half of it')(folder)
    throw new Error('the archive ended too early')
  }
  await expect(ensureEntry(cache, 'part', broken)).rejects.toThrow('ended too early')
  expect(readdirSync(cache)).toEqual([])
})

test.each([
  ['shortened', (file: string) => truncateSync(file, 3)],
  ['written over with as many bytes', (file: string) => rewriteAtAnotherTime(file)],
])('an entry with a file that was %s is filled anew', async (_, damage) => {
  const cache = tempFolder()
  const { folder } = await ensureEntry(cache, 'part', write('contents'))
  damage(join(folder, 'file'))
  await ensureEntry(cache, 'part', write('contents'))
  expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('contents')
})

test('two that need the same entry fill it once', async () => {
  const cache = tempFolder()
  const fill = vi.fn(write('contents'))
  await Promise.all([ensureEntry(cache, 'part', fill), ensureEntry(cache, 'part', fill)])
  expect(fill).toHaveBeenCalledTimes(1)
})

test('what a killed process left is cleared away', async () => {
  const cache = tempFolder()
  mkdirSync(join(cache, `part.tmp-${deadPid}`))
  mkdirSync(join(cache, `part.tmp-${process.ppid}`))
  await ensureEntry(cache, 'part', write('contents'))
  expect(readdirSync(cache).sort()).toEqual(['part', `part.tmp-${process.ppid}`])
})

test('the lock of a dead process does not block', async () => {
  const path = join(tempFolder(), 'part.lock')
  writeFileSync(path, JSON.stringify({ pid: deadPid, host: hostname() }))
  const wait = () => expect.unreachable('it waited for a dead process')
  expect(await withLock(path, async () => 'done', { wait })).toBe('done')
  expect(existsSync(path)).toBe(false)
})

test('the lock of a living process is waited for, and the user is told once', async () => {
  const path = join(tempFolder(), 'part.lock')
  writeFileSync(path, JSON.stringify({ pid: process.pid, host: hostname() }))
  const said: string[] = []
  let looks = 0
  const wait = async () => {
    looks += 1
    if (looks === 3) writeFileSync(path, JSON.stringify({ pid: deadPid, host: hostname() }))
  }
  await withLock(path, async () => {}, { wait, say: (line) => said.push(line) })
  expect(looks).toBe(3)
  expect(said).toEqual(['Waiting for another Unroll set-up that is filling the same cache folder'])
})

function rewriteAtAnotherTime(file: string) {
  writeFileSync(file, 'CONTENTS')
  const aMinuteAgo = new Date(Date.now() - 60_000)
  utimesSync(file, aMinuteAgo, aMinuteAgo)
}
