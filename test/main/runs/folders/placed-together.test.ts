import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { LESSON } from '@contract/settings/lesson'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openRunStore, type RunStore, type WholeRun } from '../../../../main/runs/folders/run-store'
import { createSeriesFiles } from '../../../../main/runs/folders/series-files'

let folder: string
let told: string[]
async function open(): Promise<RunStore> {
  const store = openRunStore(folder, {
    log: { info: () => {}, error: () => {} },
    tell: (text) => told.push(inEnglish(text)),
    series: createSeriesFiles(join(folder, 'series')),
    alsoNamed: null,
    experiments: { plans: () => [], isComplete: true },
  })
  await store.opened
  return store
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-placed-'))
  told = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HASH = 'a'.repeat(64)

/** A run whose files lie where the store wants them. */
function placed(store: RunStore, id: string): WholeRun {
  const { present, initial, record } = store.placeFor(id)
  mkdirSync(dirname(record))
  for (const path of [present, initial, record]) writeFileSync(path, id)
  const file = (path: string) => ({ file: basename(path), bytes: id.length, sha256: HASH })
  const known = { name: `named ${id}`, branch: { runId: 'a', update: 3 }, network: 'RNN', config: LESSON }
  const run = { ...known, id, updatesDone: 20, goal: 60, phase: 'paused', loss: 0.5, keptAt: 7 } as const
  return { run, present: file(present), initial: file(initial) }
}

const listed = (store: RunStore) => store.runs().map(({ id, name, branch }) => [id, name, branch?.runId])
const BOTH = [
  ['b', 'named b', 'a'],
  ['a', 'named a', 'a'],
]
const PLAN = () => join(folder, 'placing.json')
const runFile = (store: RunStore, id: string) => join(dirname(store.recordOf(id)), 'run.json')

/** Runs of which the app was killed when so many had been written, with what it had planned. */
async function killedAfter(count: number): Promise<RunStore> {
  const store = await open()
  await store.putTogether([placed(store, 'a'), placed(store, 'b')])
  const whole = ['a', 'b'].map((id) => {
    const path = runFile(store, id)
    return { path, place: basename(dirname(path)), run: JSON.parse(readFileSync(path, 'utf8')) }
  })
  writeFileSync(PLAN(), JSON.stringify({ runs: whole.map(({ place, run }) => ({ place, run })) }))
  for (const { path } of whole.slice(count)) rmSync(path)
  return store
}

describe('runs that are placed together', () => {
  it('are there, also tomorrow, and nothing is left of the plan', async () => {
    const store = await open()
    await store.putTogether([placed(store, 'a'), placed(store, 'b')])
    expect([listed(store), listed(await open()), existsSync(PLAN())]).toEqual([BOTH, BOTH, false])
    expect(store.filesOf('a')).toMatchObject({ present: { sha256: HASH }, initial: { sha256: HASH } })
    expect(store.filesOf('c')).toBeNull()
  })

  it.each([0, 1, 2])('are all there where the app was killed after %i of them', async (count) => {
    await killedAfter(count)
    const again = await open()
    expect([listed(again).toSorted(), existsSync(PLAN()), told]).toEqual([BOTH.toReversed(), false, []])
  })

  it('are none of them there where it was killed before the plan', async () => {
    const store = await open()
    for (const id of ['a', 'b']) placed(store, id)
    const again = await open()
    await again.putTogether([])
    expect([listed(again), readdirSync(folder)]).toEqual([[], []])
  })

  it('are none of them there where one cannot be', async () => {
    const store = await open()
    const all = [placed(store, 'a'), placed(store, 'b')]
    mkdirSync(runFile(store, 'b'))
    await expect(store.putTogether(all)).rejects.toMatchObject({ code: expect.any(String) })
    expect([listed(store), existsSync(PLAN()), existsSync(runFile(store, 'a'))]).toEqual([[], false, false])
  })

  it('do not come back once they were deleted, and a plan that is damaged is none', async () => {
    const store = await killedAfter(2)
    await store.drop('a', () => undefined)
    expect(listed(await open())).toEqual([BOTH[0]])
    writeFileSync(PLAN(), '{"runs":[{"place":"../../evil"}]}')
    expect([listed(await open()), told]).toEqual([[BOTH[0]], [expect.stringContaining('placing.json')]])
    expect(existsSync(PLAN())).toBe(false)
  })
})
