import { runConfigOf } from '@contract/settings/settings'
import { LESSON_SOURCE } from '../../../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../../../main/trainer/data/source/next-windows'
import { type InsideNet, insideNet } from '../../../../main/trainer/inside/net/inside-net'
import { row } from '../../../../main/trainer/inside/net/rows'
import { type Pass, runPass } from '../../../../main/trainer/inside/pass/pass'
import { initialWeights } from '../../../../main/trainer/network/initial-weights'
import { createLearner } from '../../../../main/trainer/training/learner'
import { freshSnapshot } from '../../../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../../../helpers/lesson-settings'

/** A run of the lesson after so many updates, looked into over the window that comes next. */
export type LessonMoment = {
  readonly updatesDone: number
  readonly net: InsideNet
  readonly pass: Pass
  /** [time step, output]. */
  readonly targets: Float64Array
}

/** Trains the lesson with other settings, and looks into it at some of its updates, ascending. */
export function lessonMoments(changes: Partial<MathSettings>, updates: readonly number[]): LessonMoment[] {
  const settings = { ...LESSON_SETTINGS, ...changes }
  const config = runConfigOf(settings)
  const learner = createLearner(freshSnapshot(initialWeights(settings), settings))
  try {
    return updates.map((updatesDone) => {
      const missing = updatesDone - learner.updatesDone()
      if (missing > 0) learner.updateAll(nextWindows(learner, LESSON_SOURCE, config, missing), settings)
      const { network, parameters, states } = learner.snapshot()
      const [window] = nextWindows(learner, LESSON_SOURCE, config, 1)
      const net = insideNet(network, parameters)
      const [h, c] = states.map(({ values }) => Float64Array.from(values))
      const start = net.layers.map((_, layer) => ({
        h: row(h as Float64Array, layer, network.hiddenUnits),
        ...(c && { c: row(c, layer, network.hiddenUnits) }),
      }))
      const pass = runPass(net, Float64Array.from(window?.inputs ?? []), start)
      return { updatesDone, net, pass, targets: Float64Array.from(window?.targets ?? []) }
    })
  } finally {
    learner.dispose()
  }
}
