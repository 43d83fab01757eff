import { fail, ok, type Result } from '@contract/result'
import type { RunState } from '@contract/run/run'
import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import type { Ask } from '../../../main/host/trainer-host'
import { NOTHING_YET, type RunMemory } from '../../../main/runs/run-memory'
import { createRunOpening } from '../../../main/runs/run-opening'

const STATE: RunState = {
  id: 'a',
  phase: 'training',
  updatesDone: 7,
  goal: 60,
  broke: null,
  preparing: false,
  config: withSettings(LESSON, { seed: 3 }),
}
const CHECKPOINT = { updatesDone: 5, bytes: new Uint8Array([5]) }

function setUp(memory: RunMemory, answers: Partial<Record<string, Result<unknown>>> = {}) {
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
  )
  return { asked, opening }
}

const GONE = { kind: 'gone', reason: 'killed', exitCode: 9, resumableAt: 5 } as const

describe('the first run', () => {
  it('is the lesson', async () => {
    const { asked, opening } = setUp(NOTHING_YET)
    await opening.first(undefined)
    expect(asked).toEqual([['createRun', LESSON]])
  })

  it('is the file that the app was started with', async () => {
    const { asked, opening } = setUp(NOTHING_YET)
    await opening.first('/tmp/a.safetensors')
    expect(asked).toEqual([['loadWeights', '/tmp/a.safetensors']])
  })

  it('is the lesson when that file is none, and says so', async () => {
    const { asked, opening } = setUp(NOTHING_YET, { loadWeights: fail('file-not-weights', 'no') })
    expect(await opening.first('/tmp/a.safetensors')).toMatchObject({ error: { code: 'file-not-weights' } })
    expect(asked.map(([name]) => name)).toEqual(['loadWeights', 'createRun'])
  })
})

describe('a trainer in the place of one that cannot be heard', () => {
  it('stands where the last checkpoint does, and does not train', async () => {
    const { asked, opening } = setUp({ ...NOTHING_YET, state: STATE, checkpoint: CHECKPOINT })
    expect(await opening.replacePaused()).toEqual(ok())
    expect(asked.map(([name]) => name)).toEqual(['setPace', 'setEngine', 'restoreCheckpoint'])
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
      ['restoreCheckpoint', CHECKPOINT.bytes],
      ['startRun', undefined],
    ])
  })

  it('stays paused when the run was', async () => {
    const { asked, opening } = setUp({
      ...NOTHING_YET,
      state: { ...STATE, phase: 'paused' },
      checkpoint: CHECKPOINT,
    })
    await opening.revive()
    expect(asked.map(([name]) => name)).toEqual(['setPace', 'setEngine', 'restoreCheckpoint'])
  })

  it('begins anew without a checkpoint, with the settings there were', async () => {
    const { asked, opening } = setUp({ ...NOTHING_YET, state: STATE })
    await opening.revive()
    expect(asked).toEqual([
      ['setPace', 20],
      ['setEngine', 'compiled'],
      ['createRun', STATE.config],
    ])
  })

  it('tells of a checkpoint that cannot be restored, and makes a run all the same', async () => {
    const { asked, opening } = setUp(
      { ...NOTHING_YET, state: STATE, checkpoint: CHECKPOINT },
      { restoreCheckpoint: fail('file-not-weights', 'damaged') },
    )
    expect(await opening.revive()).toMatchObject({ error: { message: 'damaged' } })
    expect(asked.at(-1)).toEqual(['createRun', STATE.config])
  })
})
