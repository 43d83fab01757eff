import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Log } from '../../../main/base/log'
import { openUnfinishedStore } from '../../../main/runs/unfinished-store'

const run = (id: string, updatesDone: number) => ({
  id,
  network: 'RNN(1 → 32) → Linear(32 → 1)',
  updatesDone,
  goal: 60,
  stoppedAt: 1_700_000_000_000,
})
const bytes = (...values: number[]) => Uint8Array.from(values)
let folder: string
let errors: string[]
const log: Log = { info: () => {}, error: (text) => errors.push(text) }

const checkpoints = () => readdirSync(folder).filter((name) => name.endsWith('.checkpoint'))
const onlyFile = () => join(folder, checkpoints()[0] ?? 'none')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-unfinished-'))
  errors = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the store of unfinished runs', () => {
  it('gives back at the next start what was put, newest first, each run once', async () => {
    const store = openUnfinishedStore(folder, log, () => {})
    await store.put(run('a', 10), bytes(1))
    await store.put(run('b', 5), bytes(2))
    await store.put(run('a', 20), bytes(3, 4))
    const next = openUnfinishedStore(folder, log, () => {})
    expect(next.runs()).toMatchObject([run('a', 20), run('b', 5)])
    expect(Buffer.from((await next.read('a')) ?? [])).toEqual(Buffer.from([3, 4]))
    expect(checkpoints()).toHaveLength(2)
  })

  it('forgets a run with its file', async () => {
    const store = openUnfinishedStore(folder, log, () => {})
    await store.put(run('a', 10), bytes(1))
    await store.drop('a')
    expect(readdirSync(folder)).toEqual(['runs.json'])
    expect(openUnfinishedStore(folder, log, () => {}).runs()).toEqual([])
  })

  it('keeps three runs and no more', async () => {
    const store = openUnfinishedStore(folder, log, () => {})
    for (const id of ['a', 'b', 'c', 'd']) await store.put(run(id, 1), bytes(1))
    expect(store.runs().map(({ id }) => id)).toEqual(['d', 'c', 'b'])
    expect(checkpoints()).toHaveLength(3)
  })

  it('stays with the last checkpoint when the app dies while it writes the next', async () => {
    await openUnfinishedStore(folder, log, () => {}).put(run('a', 10), bytes(1, 2, 3))
    // What a kill leaves: half a file under its temporary name, a whole one that the list does not name yet.
    writeFileSync(join(folder, 'x.checkpoint.1.tmp'), bytes(9))
    writeFileSync(join(folder, '00000000-0000-0000-0000-000000000000.checkpoint'), bytes(9, 9))
    const store = openUnfinishedStore(folder, log, () => {})
    expect(store.runs()).toMatchObject([run('a', 10)])
    expect(Buffer.from((await store.read('a')) ?? [])).toEqual(Buffer.from([1, 2, 3]))
    await store.put(run('a', 11), bytes(4))
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('does not offer a file that is cut off or gone, and says so in the log', async () => {
    await openUnfinishedStore(folder, log, () => {}).put(run('a', 10), bytes(1, 2, 3))
    truncateSync(onlyFile(), 2)
    expect(openUnfinishedStore(folder, log, () => {}).runs()).toEqual([])
    rmSync(onlyFile())
    expect(openUnfinishedStore(folder, log, () => {}).runs()).toEqual([])
    expect(errors).toEqual([
      'the run that stopped at update 10 is not offered: its file has 2 bytes and not 3',
      'the run that stopped at update 10 is not offered: its file is not there',
    ])
  })

  it('knows a file of the right size that is not what was written, and sets it aside', async () => {
    const store = openUnfinishedStore(folder, log, () => {})
    await store.put(run('a', 10), bytes(1, 2, 3))
    writeFileSync(onlyFile(), bytes(1, 2, 4))
    expect(await store.read('a')).toBeNull()
    await store.setAside('a')
    expect(store.runs()).toEqual([])
    expect(readFileSync(join(folder, 'damaged.checkpoint.old'))).toEqual(Buffer.from([1, 2, 4]))
    expect(openUnfinishedStore(folder, log, () => {}).runs()).toEqual([])
  })

  it('begins anew when its list is damaged, or names files outside the folder', async () => {
    const kept = { ...run('a', 1), file: '../../secret.checkpoint', bytes: 1, sha256: '' }
    const told: string[] = []
    const lists = { 'damaged-runs.json': '{"runs":', 'damaged-runs-2.json': JSON.stringify({ runs: [kept] }) }
    for (const [aside, list] of Object.entries(lists)) {
      writeFileSync(join(folder, 'runs.json'), list)
      expect(openUnfinishedStore(folder, log, (text) => told.push(text)).runs()).toEqual([])
      expect(readFileSync(join(folder, aside), 'utf8')).toBe(list)
    }
    expect(told).toEqual([
      expect.stringMatching(/^runs\.json, which keeps the list of unfinished runs, could not be read/),
      expect.stringContaining('set aside as damaged-runs-2.json'),
    ])
    const store = openUnfinishedStore(folder, log, () => {})
    await store.put(run('b', 2), bytes(1))
    expect(openUnfinishedStore(folder, log, () => {}).runs()).toMatchObject([run('b', 2)])
  })
})
