import { runConfigOf } from '@contract/settings/settings'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { createCompiledEngine, eagerEngine } from '../../../../main/trainer/training/engine/engine'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../helpers/lesson-settings'
import { greatestDifference } from '../../../helpers/reference'
import { tensorCount } from '../../../helpers/tensor-count'

const SMALL: MathSettings = {
  ...LESSON_SETTINGS,
  cell: 'lstm',
  layers: 2,
  hiddenUnits: 3,
  points: 4,
  batch: 2,
}

function open(config: MathSettings, engine = eagerEngine) {
  const learner = createLearner(freshSnapshot(initialWeights(config), config), () => engine)
  onTestFinished(learner.dispose)
  return {
    learner,
    train: (count: number) =>
      learner.updateAll(nextWindows(learner, LESSON_SOURCE, runConfigOf(config), count), config),
  }
}

describe('the states that went into the last window', () => {
  it('are not there before an update', () => {
    expect(open(SMALL).learner.statesIntoLast()).toBeNull()
  })

  it.each([1, 2, 5])('are those from before the last of %i updates in one call', (together) => {
    const { learner, train } = open(SMALL)
    const single = open(SMALL)
    single.train(2)
    for (let i = 0; i < together - 1; i += 1) single.train(1)
    const expected = single.learner.snapshot().states
    train(2)
    train(together)
    expect(learner.statesIntoLast()).toEqual(expected)
    const held = tensorCount()
    learner.statesIntoLast()
    expect(tensorCount()).toEqual(held)
  })

  it('are told of a compiled engine too, but for rounding', () => {
    const engine = createCompiledEngine()
    onTestFinished(engine.dispose)
    const eager = open(SMALL)
    const compiled = open(SMALL, engine)
    eager.train(6)
    compiled.train(6)
    const [expected, told] = [eager, compiled].map(({ learner }) => learner.statesIntoLast() ?? [])
    expect(told?.map(({ shape }) => shape)).toEqual([
      [2, 2, 3],
      [2, 2, 3],
    ])
    for (const [i, { values }] of (expected ?? []).entries())
      expect(greatestDifference([...(told?.[i]?.values ?? [])], [...values])).toBeLessThan(1e-5)
  })

  it('are zeros when states are not carried', () => {
    const { learner, train } = open({ ...SMALL, carryState: false })
    train(3)
    expect(learner.statesIntoLast()).toEqual(
      learner.snapshot().states.map(({ shape }) => ({ shape, values: new Float32Array(12) })),
    )
  })

  it('stay those of the last update that was made when the next diverges', () => {
    const { learner, train } = open(SMALL)
    train(2)
    const expected = learner.statesIntoLast()
    const [window] = nextWindows(learner, LESSON_SOURCE, runConfigOf(SMALL), 1)
    if (!window) throw new Error('there is no next window')
    const result = learner.update({ ...window, targets: window.targets.map(() => Number.NaN) }, SMALL)
    expect(result.kind).toBe('diverged')
    expect(learner.statesIntoLast()).toEqual(expected)
  })
})
