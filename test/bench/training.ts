import { LESSON, type RunConfig } from '@contract/settings'
import { initialWeights } from '../../main/trainer/network/initial-weights'
import type { Engine } from '../../main/trainer/training/engine'
import { freshSnapshot } from '../../main/trainer/training/fresh-snapshot'
import { createLearner, type Learner } from '../../main/trainer/training/learner'
import type { Case } from './cases'
import { windowNumbers } from './programs/windows'

/** The settings that a case stands for: the lesson's, at another size. */
export function settingsOf({ hiddenUnits, timeSteps, batch, learningRate }: Case): RunConfig {
  return { ...LESSON, hiddenUnits, points: timeSteps, batch, learningRate }
}

/** A training at its start: seed 1, no update yet. */
export function openTraining(engine: Engine, settings: RunConfig): Learner {
  return createLearner(freshSnapshot(initialWeights(settings), settings), () => engine)
}

/** Makes the next updates in one call, windows and all, and tells their losses. */
export function trainOn(learner: Learner, count: number, settings: RunConfig): number[] {
  const first = learner.updatesDone()
  const size = { batch: settings.batch, timeSteps: settings.points }
  const windows = Array.from({ length: count }, (_, i) => ({
    ...windowNumbers(first + i, 1, size),
    halfPeriods: 1,
  }))
  return learner
    .updateAll(windows, settings)
    .map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
}
