import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { KeptRun, RunList } from '@contract/run/kept-run'
import { LESSON } from '@contract/settings/lesson'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defer } from '../../../main/base/deferred'
import { openKeptRuns } from '../../../main/runs/kept-runs'
import { NO_SESSION } from '../../../main/runs/last-session'

const HASH = 'a'.repeat(64)
const RUN: KeptRun = {
  id: 'a',
  name: null,
  branch: null,
  network: 'RNN',
  config: LESSON,
  updatesDone: 20,
  goal: 60,
  phase: 'paused',
  loss: 0.5,
  keptAt: 7,
}
const OLDER = '00000000-0000-0000-0000-000000000001.checkpoint'
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unroll-kept-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What is kept in the folder, as a start of the app opens it. */
function open(begin?: Promise<unknown>) {
  const noted: string[] = []
  const told: RunList[] = []
  const kept = openKeptRuns(
    folder,
    { now: () => NO_SESSION },
    { plans: () => [], isComplete: true },
    { info: () => {}, error: () => {} },
    {
      tell: () => {},
      noteOf: (run) => {
        noted.push(run)
        return 'Why'
      },
      onRuns: (list) => told.push(list),
      onSetAside: () => {},
      onTrouble: () => {},
      ...(begin && { begin }),
    },
  )
  return { ...kept, noted, told, ids: () => kept.keeper.list.now().runs.map(({ id }) => id) }
}

/** Keeps a run, as the trainer would have it kept. */
async function keep(id: string) {
  const { opened, files } = open()
  await opened
  const { present, initial } = files.placeFor(id)
  mkdirSync(join(present, '..'), { recursive: true })
  for (const path of [present, initial]) writeFileSync(path, id)
  const file = (path: string) => ({ file: path.slice(-47), bytes: id.length, sha256: HASH })
  await files.putTogether([{ run: { ...RUN, id }, present: file(present), initial: file(initial) }])
}

describe('what is kept of runs', () => {
  it('is not read before the window is there, and then listed and told with its notes', async () => {
    await keep('a')
    await keep('b')
    const shown = defer<void>()
    const next = open(shown.promise)
    await new Promise((resolve) => setImmediate(resolve))
    expect([next.ids(), next.keeper.list.any(), next.noted, next.told]).toEqual([[], false, [], []])
    expect(() => next.recordOf('a')).toThrow('not read yet')
    shown.resolve()
    await next.opened
    expect([next.ids(), next.keeper.list.any()]).toEqual([['b', 'a'], true])
    expect(next.noted.slice(0, 2)).toEqual(['b', 'a'])
    expect(next.told).toEqual([next.keeper.list.now()])
    expect(next.told[0]?.runs[0]).toMatchObject({ id: 'b', updatesDone: 20, note: 'Why' })
  })

  it('takes in what version 0.1.0 left after that', async () => {
    await keep('a')
    const left = join(folder, 'unfinished-runs')
    mkdirSync(left)
    const run = { id: 'old', network: 'GRU', updatesDone: 9, goal: 60, stoppedAt: 1, file: OLDER }
    writeFileSync(join(left, 'runs.json'), JSON.stringify({ runs: [run] }))
    writeFileSync(join(left, OLDER), 'old')
    const next = open()
    await next.opened
    expect(next.ids()).toEqual(['a'])
    expect(await next.older).toBe('old')
    expect(next.ids()).toEqual(['old', 'a'])
  })
})
