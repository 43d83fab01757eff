import { fail, ok, type Result } from '@contract/result'
import type { ListedRun } from '@contract/run/kept-run'
import type { RunState } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import { defer } from '../../../main/base/deferred'
import type { Ask } from '../../../main/host/trainer-host'
import type { ListedRuns } from '../../../main/runs/listed-runs'
import { NOTHING_YET, type RunMemory } from '../../../main/runs/run-memory'
import { createRunOpening } from '../../../main/runs/run-opening'
import { madeUp, saying } from '../../helpers/saying'

const STATE: RunState = {
  id: 'a',
  phase: 'training',
  updatesDone: 7,
  goal: 60,
  broke: null,
  endedBy: null,
  best: null,
  pausedBy: null,
  preparing: false,
  events: [],
  planned: [],
  config: withSettings(LESSON, { seed: 3 }),
}
const FILES = { present: new Uint8Array([5]), initial: new Uint8Array([4]) }
const CHECKPOINT = { runId: 'a', updatesDone: 5, ...FILES }

const LEFT: ListedRun = {
  bytes: 3000,
  id: 'left',
  name: null,
  branch: null,
  network: 'GRU',
  config: LESSON,
  updatesDone: 37,
  goal: 60,
  phase: 'paused',
  loss: 1,
  keptAt: 0,
}

type Before = { present?: string | null; config?: RunConfig | null; damaged?: boolean; known?: Promise<void> }

function setUp(
  memory: RunMemory,
  answers: Partial<Record<string, Result<unknown>>> = {},
  { present = null, config = null, damaged = false, known = Promise.resolve() }: Before = {},
) {
  const returned: string[] = []
  const asked: [string, unknown][] = []
  const ask = (async (name: string, argument: unknown) => {
    asked.push([name, argument])
    return answers[name] ?? ok()
  }) as Ask
  const start = (open: (ask: Ask) => Promise<Result<unknown>>) => open(ask)
  const host = { start, replace: start, status: () => GONE }
  const opening = createRunOpening(
    host,
    () => memory,
    (path, by) => by('loadWeights', path),
    {
      known,
      session: () => ({ present, config }),
      keeper: {
        list: { now: () => ({ runs: [LEFT], budget: 2e9 }) } as unknown as ListedRuns,
        open: async (id) => {
          asked.push(['open', id])
          return damaged ? fail('file-unreadable', madeUp('damaged')) : ok(LEFT)
        },
      },
      onReturn: ({ id }) => returned.push(id),
    },
  )
  return { asked, opening, returned, opened: () => asked.filter(([name]) => !name.startsWith('set')) }
}

const GONE = { kind: 'gone', reason: 'killed', exitCode: 9, resumableAt: 5 } as const

describe('the first run', () => {
  it('is the lesson at the first start, at its pace', async () => {
    const { asked, opening, returned } = setUp(NOTHING_YET)
    await opening.first(undefined)
    expect(asked).toEqual([
      ['setPace', 20],
      ['setEngine', 'compiled'],
      ['setPauseRules', []],
      ['createRun', LESSON],
    ])
    expect(returned).toEqual([])
  })

  it('is the one that was there last, and it is told', async () => {
    const { opened, opening, returned } = setUp(NOTHING_YET, {}, { present: 'left' })
    await opening.first(undefined)
    expect(opened()).toEqual([['open', 'left']])
    expect(returned).toEqual(['left'])
  })

  it('waits until it is known which runs are kept', async () => {
    const known = defer<void>()
    const { asked, opened, opening } = setUp(NOTHING_YET, {}, { present: 'left', known: known.promise })
    const first = opening.first(undefined)
    await new Promise((resolve) => setImmediate(resolve))
    expect(asked).toEqual([])
    known.resolve()
    await first
    expect(opened()).toEqual([['open', 'left']])
  })

  it('is a new one with the settings used last when the last one had made no update', async () => {
    const config = withSettings(LESSON, { seed: 9 })
    const { opened, opening } = setUp(NOTHING_YET, {}, { present: 'untrained', config })
    await opening.first(undefined)
    expect(opened()).toEqual([['createRun', config]])
  })

  it('is a new one when the last one is damaged, and says so', async () => {
    const { opened, opening } = setUp(NOTHING_YET, {}, { present: 'left', damaged: true })
    expect(await opening.first(undefined)).toMatchObject({ error: { text: saying('damaged') } })
    expect(opened()).toEqual([
      ['open', 'left'],
      ['createRun', LESSON],
    ])
  })

  it('is the file that the app was started with, whatever was there last', async () => {
    const { opened, opening } = setUp(NOTHING_YET, {}, { present: 'left' })
    await opening.first('/tmp/a.safetensors')
    expect(opened()).toEqual([['loadWeights', '/tmp/a.safetensors']])
  })

  it('is the one that was there last when that file is none, and says so', async () => {
    const answers = { loadWeights: fail('file-not-weights', madeUp('no')) }
    const { opened, opening } = setUp(NOTHING_YET, answers, { present: 'left' })
    expect(await opening.first('/tmp/a.safetensors')).toMatchObject({ error: { code: 'file-not-weights' } })
    expect(opened().map(([name]) => name)).toEqual(['loadWeights', 'open'])
  })
})

describe('a file that the app was started with, and whose load is called off', () => {
  it('is as good as none', async () => {
    const { opened, opening } = setUp(NOTHING_YET, { loadWeights: ok(null) }, { present: 'left' })
    expect(await opening.first('/tmp/a.safetensors')).toEqual(ok(LEFT))
    expect(opened().map(([name]) => name)).toEqual(['loadWeights', 'open'])
  })
})

describe('a trainer in the place of one that cannot be heard', () => {
  it('stands where the last checkpoint does, and does not train', async () => {
    const { asked, opening } = setUp({ ...NOTHING_YET, state: STATE, checkpoint: CHECKPOINT })
    expect(await opening.replacePaused()).toEqual(ok())
    expect(asked.map(([name]) => name)).toEqual([
      'setPace',
      'setEngine',
      'setPauseRules',
      'restoreCheckpoint',
    ])
  })
})

describe('a revival', () => {
  it('restores the checkpoint at the old pace, with the old engine, and goes on training', async () => {
    const { asked, opening } = setUp({
      ...NOTHING_YET,
      state: STATE,
      checkpoint: CHECKPOINT,
      pace: 'max',
      engine: 'eager',
    })
    expect(await opening.revive()).toEqual(ok())
    expect(asked).toEqual([
      ['setPace', 'max'],
      ['setEngine', 'eager'],
      ['setPauseRules', []],
      ['restoreCheckpoint', FILES],
      ['startRun', 'a'],
    ])
  })

  it('stays paused when the run was', async () => {
    const { asked, opening } = setUp({
      ...NOTHING_YET,
      state: { ...STATE, phase: 'paused' },
      checkpoint: CHECKPOINT,
    })
    await opening.revive()
    expect(asked.map(([name]) => name)).toEqual([
      'setPace',
      'setEngine',
      'setPauseRules',
      'restoreCheckpoint',
    ])
  })

  it('starts afresh without a checkpoint, with the settings there were', async () => {
    const { asked, opening } = setUp({ ...NOTHING_YET, state: STATE })
    await opening.revive()
    expect(asked).toEqual([
      ['setPace', 20],
      ['setEngine', 'compiled'],
      ['setPauseRules', []],
      ['createRun', STATE.config],
    ])
  })

  it('tells of a checkpoint that cannot be restored, and makes a run all the same', async () => {
    const { asked, opening } = setUp(
      { ...NOTHING_YET, state: STATE, checkpoint: CHECKPOINT },
      { restoreCheckpoint: fail('file-not-weights', madeUp('damaged')) },
    )
    expect(await opening.revive()).toMatchObject({ error: { text: saying('damaged') } })
    expect(asked.at(-1)).toEqual(['createRun', STATE.config])
  })
})

describe('settings whose series is gone', () => {
  const config = withSettings(LESSON, { seed: 9 })
  const gone = fail('file-unreadable', madeUp('gone'))

  it('make room for the lesson, and the person is told', async () => {
    const { opening, opened } = setUp(NOTHING_YET, { createRun: gone }, { config })
    expect(await opening.first(undefined)).toEqual(gone)
    expect(opened()).toEqual([
      ['createRun', config],
      ['createRun', LESSON],
    ])
  })

  it('do so too where a run cannot be gone on with', async () => {
    const state = { ...STATE, config }
    const { opening, opened } = setUp(
      { ...NOTHING_YET, state, checkpoint: CHECKPOINT },
      { createRun: gone, restoreCheckpoint: gone },
    )
    expect(await opening.revive()).toEqual(gone)
    expect(opened()).toEqual([
      ['restoreCheckpoint', FILES],
      ['createRun', config],
      ['createRun', LESSON],
    ])
  })
})
