import { LESSON } from '@contract/settings/lesson'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { timesBetween, windowAt, windowSettings } from '../../../../main/trainer/data/lesson/sine-to-cosine'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { placesOf } from '../../../../main/trainer/data/source/window'
import { windowOfScript } from '../../../../main/trainer/exchange/window-of-script'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../../main/trainer/network/shape/network-of'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { greatestDifference } from '../../../helpers/reference'

const CONFIG: RunConfig = withSettings(LESSON, {
  cell: 'lstm',
  layers: 2,
  hiddenUnits: 3,
  points: 4,
  batch: 2,
})

/** A learner after some updates, and the window that its last update was made on. */
function trained(updates: number, config = CONFIG) {
  const learner = createLearner(freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)))
  onTestFinished(learner.dispose)
  const windows = updates === 0 ? [] : nextWindows(learner, LESSON_SOURCE, config, updates)
  if (updates > 0) learner.updateAll(windows, config.training)
  const states = learner.statesIntoLast()
  const window = windows.at(-1)
  return { learner, snapshot: learner.snapshot(), last: window && states ? { ...window, states } : null }
}

describe('the window of a script', () => {
  it('is the last one, with the states that went into it, of the first sequence', () => {
    const { snapshot, last } = trained(3)
    const before = trained(2).snapshot
    const window = windowOfScript({ snapshot, config: CONFIG }, { source: LESSON_SOURCE, last })
    const expected = windowAt({ position: 2, update: 2, settings: windowSettings(CONFIG) })
    expect(window).toMatchObject({ update: 3, made: true })
    const times = timesBetween(2, 1, 4, true)
    expect(greatestDifference(window.times, times)).toBeLessThanOrEqual(2 ** -21)
    expect(window.inputs).toEqual(expected.inputs.slice(0, 4))
    expect(window.targets).toEqual(expected.targets.slice(0, 4))
    for (const [i, { shape, values }] of window.states.entries()) {
      expect(shape).toEqual([2, 1, 3])
      const all = before.states[i]?.values ?? new Float32Array(0)
      expect([...values]).toEqual([...all.slice(0, 3), ...all.slice(6, 9)])
    }
  })

  it.each([true, false])('is the next one when no update was made, carried states: %o', (carryState) => {
    const config = withSettings(CONFIG, { carryState })
    const { learner, snapshot } = trained(3, config)
    const window = windowOfScript({ snapshot, config }, { source: LESSON_SOURCE, last: null })
    expect(window).toMatchObject({ update: 4, made: false })
    // What the next update shows is predicted by the weights from before it: by these.
    const [next] = nextWindows(learner, LESSON_SOURCE, config, 1)
    const result = next && learner.update(next, config.training)
    if (result?.kind !== 'updated') throw new Error('no update was made')
    expect(window.times).toEqual(next && Float32Array.from(placesOf(next), (place) => place * Math.PI))
    // But for rounding, as two sequences are predicted side by side there.
    expect(greatestDifference(window.predictions, result.predictions)).toBeLessThan(1e-6)
  })

  it('is predicted by the weights from after the update', () => {
    const { snapshot, last, learner } = trained(1)
    const window = windowOfScript({ snapshot, config: CONFIG }, { source: LESSON_SOURCE, last })
    if (!last) throw new Error('there is no last window')
    const again = createLearner({ ...snapshot, states: last.states })
    onTestFinished(again.dispose)
    const result = again.update(last, CONFIG.training)
    if (result.kind !== 'updated') throw new Error('no update was made')
    expect(greatestDifference(window.predictions, result.predictions)).toBeLessThan(1e-6)
    expect(learner.updatesDone()).toBe(1)
  })
})
