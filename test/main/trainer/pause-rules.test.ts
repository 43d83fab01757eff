import { suggestedRun } from '@contract/data/made-series'
import { createCrossings } from '@contract/run/crossings'
import type { EngineName } from '@contract/run/engine-name'
import type { Pace } from '@contract/run/pace'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { RunState } from '@contract/run/run'
import type { RunRivals } from '@contract/run/run-scores'
import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../main/trainer/system/clock'
import { createPresentTrainer, type PresentTrainer } from '../../helpers/present-trainer'

const LONG = withSettings(LESSON, { updates: 1000, hiddenUnits: 8, learningRate: 0.002 })

/** A trainer over a clock that stands still: what is due is done in turn, until the run rests. */
function bench(config: RunConfig, engine: EngineName, pace: Pace) {
  let due: { at: number; action: () => void }[] = []
  let now = 0
  const at = (action: () => void, wait: number) => {
    const entry = { at: now + wait, action }
    due.push(entry)
    return () => {
      due = due.filter((other) => other !== entry)
    }
  }
  const clock: Clock = { now: () => now, soon: (action) => at(action, 0), later: at }
  const losses: number[] = []
  const norms: number[] = []
  const validation: number[] = []
  let state: RunState | null = null
  let rivals: RunRivals | null = null
  const trainer: PresentTrainer = createPresentTrainer((name, payload) => {
    if (name === 'runChanged') state = payload as RunState
    if (name === 'rivalsFound') rivals = payload as RunRivals
    if (name !== 'updates') return
    const batch = payload as {
      losses: Float32Array
      gradientNorms: Float32Array
      validationLosses: Float32Array
    }
    losses.push(...batch.losses)
    norms.push(...batch.gradientNorms)
    validation.push(...batch.validationLosses)
    trainer.acknowledgeUpdates(1)
  }, clock)
  trainer.setEngine(engine)
  trainer.setPace(pace)
  trainer.createRun(config)
  const drain = () => {
    while (due.length > 0 && (state?.phase === 'training' || rivals === null)) {
      const next = due.toSorted((a, b) => a.at - b.at)[0] as (typeof due)[number]
      due = due.filter((other) => other !== next)
      now = Math.max(now, next.at)
      next.action()
    }
  }
  drain()
  return {
    trainer,
    losses,
    norms,
    validation,
    rivals: () => rivals as RunRivals,
    state: () => state as RunState,
    /** Starts, and lets it train until it rests. */
    train: (rules?: readonly PauseRule[]) => {
      if (rules) trainer.setPauseRules(rules)
      trainer.startRun()
      drain()
      return state as RunState
    },
  }
}

/** The whole run without any rule. */
function whole(config: RunConfig) {
  const free = bench(config, 'compiled', 100)
  free.train()
  return free
}

const WAYS = [
  ['compiled', 'max'],
  ['compiled', 100],
  ['eager', 'max'],
] as const

describe('a run that is to pause by itself', () => {
  it.each(WAYS)(
    'stands at the very update, and all its numbers are those without rules: %s, %s',
    (engine, pace) => {
      const { losses, norms } = whole(LONG)
      const run = bench(LONG, engine, pace)
      const limit = (Math.min(...losses.slice(0, 500)) + Math.min(...losses)) / 2
      const below = losses.findIndex((loss) => loss < limit) + 1
      expect(below).toBeGreaterThan(500)
      const paused = run.train([{ kind: 'loss-below', loss: limit }])
      expect(paused).toMatchObject({
        phase: 'paused',
        updatesDone: below,
        pausedBy: { rule: { kind: 'loss-below' }, update: below, value: losses[below - 1] },
      })
      expect(run.losses).toEqual(losses.slice(0, below))
      // At the end of a call, at its beginning and in its middle.
      for (let update = below + 1; update < Math.min(below + 40, 995); update += 7)
        expect(run.train([{ kind: 'update', update }])).toMatchObject({
          phase: 'paused',
          updatesDone: update,
        })
      expect(run.train([])).toMatchObject({ phase: 'finished', pausedBy: null })
      expect([run.losses, run.norms]).toEqual([losses, norms])
    },
  )

  it('pauses once by each rule, also by one that holds already, and again by one that is set anew', () => {
    const run = bench(LONG, 'compiled', 100)
    const rule = { kind: 'loss-below', loss: 1000 } as const
    expect(run.train([{ kind: 'update', update: 5 }])).toMatchObject({ updatesDone: 5 })
    expect(run.train([rule])).toMatchObject({ phase: 'paused', updatesDone: 6, pausedBy: { rule } })
    expect(run.train([rule, { kind: 'update', update: 9 }])).toMatchObject({ updatesDone: 9 })
    run.trainer.setPauseRules([])
    expect(run.train([rule])).toMatchObject({ updatesDone: 10 })
    // An update that has been made does not come again.
    expect(run.train([rule, { kind: 'update', update: 4 }])).toMatchObject({
      phase: 'finished',
      updatesDone: 1000,
    })
  })

  it('pauses again in another run, and tells nothing of what a person paused', () => {
    const run = bench(LONG, 'compiled', 100)
    const rules = [{ kind: 'update', update: 3 }] as const
    expect(run.train(rules)).toMatchObject({ phase: 'paused', updatesDone: 3 })
    run.trainer.stepRun()
    expect(run.state()).toMatchObject({ phase: 'paused', updatesDone: 4, pausedBy: null })
    run.trainer.resetRun()
    expect(run.train()).toMatchObject({ phase: 'paused', updatesDone: 3, pausedBy: { update: 3 } })
  })

  it('that reaches its goal in the same update is finished', () => {
    const run = bench(withSettings(LONG, { updates: 20 }), 'compiled', 'max')
    expect(run.train([{ kind: 'update', update: 20 }])).toMatchObject({
      phase: 'finished',
      updatesDone: 20,
      endedBy: 'goal',
      pausedBy: null,
    })
  })

  it('sees the gradient before it is clipped', () => {
    const clipped = withSettings(LONG, { clipNorm: 0.01 })
    const { norms } = whole(clipped)
    const limit = Math.max(...norms.slice(0, 30))
    const above = norms.findIndex((norm) => norm > limit) + 1
    const run = bench(clipped, 'compiled', 'max')
    const paused = run.train([{ kind: 'gradient-above', norm: limit }])
    if (above === 0) expect(paused.phase).toBe('finished')
    else expect(paused).toMatchObject({ updatesDone: above, pausedBy: { value: norms[above - 1] } })
    const again = bench(clipped, 'compiled', 'max')
    const early = norms.findIndex((norm) => norm > 0.5 * limit) + 1
    expect(again.train([{ kind: 'gradient-above', norm: 0.5 * limit }]).updatesDone).toBe(early)
  })

  it.each([
    ['the lesson', withSettings(LESSON, { updates: 400 }), 'train'],
    ['a series', withSettings(suggestedRun('sines'), { updates: 200, hiddenUnits: 8 }), 'validation'],
  ] as const)('stands where %s passes a rival', (_, config, part) => {
    const free = whole(config)
    const lines = free.rivals().lines.map(({ name, mse }) => ({ name, mse: mse[part] }))
    const crossings = createCrossings(lines, part === 'train' ? 20 : 1)
    // The first update after which the curve so far has a crossing.
    const first = free[part === 'train' ? 'losses' : 'validation'].findIndex((loss, i) => {
      crossings.add(i + 1, loss)
      return crossings.found().find(({ name }) => name === 'mean')?.update === i + 1
    })
    expect(first).toBeGreaterThan(0)
    for (const pace of ['max', 100] as const) {
      const run = bench(config, 'compiled', pace)
      expect(run.train([{ kind: 'rival-passed', rival: 'mean' }])).toMatchObject({
        phase: 'paused',
        updatesDone: first + 1,
      })
    }
  })
})

describe('a run that breaks', () => {
  it('names the first parameter that is not finite, at the update after its last good one', () => {
    const wild = withSettings(LESSON, { cell: 'rnn-relu', optimizer: 'sgd', learningRate: 10, updates: 300 })
    for (const [engine, pace] of WAYS) {
      const run = bench(wild, engine, pace)
      const { phase, broke, updatesDone } = run.train([])
      expect(phase).toBe('diverged')
      expect(broke?.update).toBe(updatesDone + 1)
      if (broke?.what === 'loss') expect(broke.tensor).toBeNull()
      else expect(broke?.tensor).toMatch(/^(rnn|out)\.(weight|bias)/)
    }
  })
})
