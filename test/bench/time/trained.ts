import type { RunConfig } from '@contract/settings/run-config'
import { LESSON_SOURCE } from '../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { createMoments } from '../../../main/trainer/run/moments/moments'
import { createPatientEngine } from '../../../main/trainer/training/engine/patient-engine'
import { createLearner } from '../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../main/trainer/training/snapshot/fresh-snapshot'

const FAR = 1_000_000_000

/** The lesson's curve learned as fast as can be, with or without what a run keeps to be gone back in. */
export function trainedLesson(config: RunConfig, keeps: boolean) {
  const initial = freshSnapshot(initialWeights(networkOf(config)), trainingOf(config))
  const engine = createPatientEngine(() => {})
  const learner = createLearner(initial, () => engine)
  const later = (action: () => void) => {
    const handle = setImmediate(action)
    return () => clearImmediate(handle)
  }
  const clock = { now: () => performance.now(), soon: later, later }
  const run = { id: 'bench', keyframes: [], initial, points: 0, learner, source: LESSON_SOURCE }
  const settings = { config: () => config, events: () => [], isTraining: () => false }
  const moments = createMoments({ clock, emit: () => {} }, { ...run, ...settings, engine: () => engine })
  let points = 0

  function call(left: number) {
    const began = performance.now()
    const count = engine.updatesPerCall(networkOf(config), config.data.points, FAR)
    const wanted = nextWindows(learner, LESSON_SOURCE, config, Math.min(count, left))
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, FAR))
    learner.updateAll(windows, config.training)
    while (engine.isPreparing()) engine.prepare()
    points += windows.reduce((sum, { timeSteps }) => sum + timeSteps, 0)
    if (keeps) moments.passed(points, performance.now() - began)
  }

  return {
    moments,
    /** Trains on until so many updates are made. */
    until: (updates: number) => {
      while (learner.updatesDone() < updates) call(updates - learner.updatesDone())
    },
    /** Microseconds an update takes, over so many milliseconds. */
    pace: (milliseconds: number) => {
      const [first, began] = [learner.updatesDone(), performance.now()]
      while (performance.now() - began < milliseconds) call(FAR)
      return (1000 * (performance.now() - began)) / (learner.updatesDone() - first)
    },
    dispose: () => {
      moments.dispose()
      learner.dispose()
      engine.dispose()
    },
  }
}
