import type { RunConfig } from '@contract/settings/run-config'
import { LESSON_SOURCE } from '../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import { createCheckpoints } from '../../../main/trainer/run/checkpoints'
import { createMoments } from '../../../main/trainer/run/moments/moments'
import { createPatientEngine } from '../../../main/trainer/training/engine/patient-engine'
import { createLearner } from '../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../main/trainer/training/snapshot/fresh-snapshot'
import type { Checkpoint } from '../../../main/trainer/weights/checkpoint/checkpoint'

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
  const moments = createMoments(
    { clock, emit: () => {}, goesBack: true },
    { ...run, ...settings, engine: () => engine },
  )
  const begin: Checkpoint = {
    ...{ id: 'bench', config, goal: FAR, initial, present: initial, broke: null },
    origin: { kind: 'seed', seed: 1 },
  }
  const tools = { clock, emit: () => {} }
  const checkpoints = createCheckpoints(tools, begin, learner, (present) => ({ ...begin, present }))
  let points = 0

  function call(left: number) {
    const began = performance.now()
    const count = engine.updatesPerCall(networkOf(config), config.data.points, FAR)
    const wanted = nextWindows(learner, LESSON_SOURCE, config, Math.min(count, left))
    const windows = wanted.slice(0, learner.admitted(wanted, config.training, FAR))
    learner.updateAll(windows, config.training)
    while (engine.isPreparing()) engine.prepare()
    points += windows.reduce((sum, { timeSteps }) => sum + timeSteps, 0)
    if (!keeps) return
    moments.passed(points, performance.now() - began)
    checkpoints.tellIfDue(performance.now())
    if (checkpoints.isPartNext(0)) checkpoints.tellPart()
  }

  return {
    moments,
    /** Gets ready to go back, as at a pause. */
    rest: async () => {
      moments.rested()
      do await new Promise((resolve) => setImmediate(resolve))
      while (engine.isPreparing())
    },
    /** The update before which most have to be made again. */
    farthest: () => {
      const { updates } = moments.kept()
      const gaps = updates.slice(1).map((update, i) => [update - (updates[i] as number), update] as const)
      return gaps.reduce((most, gap) => (gap[0] > most[0] ? gap : most))[1]
    },
    /** Trains on until so many updates are made. */
    until: (updates: number) => {
      while (learner.updatesDone() < updates) call(updates - learner.updatesDone())
    },
    /** Microseconds of the processor that an update takes, over so many milliseconds: others who use it do not count. */
    pace: (milliseconds: number) => {
      const [first, began] = [learner.updatesDone(), performance.now()]
      const before = process.cpuUsage()
      while (performance.now() - began < milliseconds) call(FAR)
      const { user, system } = process.cpuUsage(before)
      return (user + system) / (learner.updatesDone() - first)
    },
    dispose: () => {
      moments.dispose()
      learner.dispose()
      engine.dispose()
    },
  }
}
