import { runConfigOf } from '@contract/settings/settings'
import { LESSON_SOURCE } from '../../main/trainer/data/lesson/lesson-source'
import { nextWindows } from '../../main/trainer/data/source/next-windows'
import { initialWeights } from '../../main/trainer/network/initial-weights'
import type { Engine } from '../../main/trainer/training/engine/engine'
import { createLearner, type Learner } from '../../main/trainer/training/learner'
import { freshSnapshot } from '../../main/trainer/training/snapshot/fresh-snapshot'
import { LESSON_SETTINGS, type MathSettings } from '../helpers/lesson-settings'
import type { Case } from './cases'

/** The settings that a case stands for: the lesson's, at another size. */
export function settingsOf({ cell, hiddenUnits, timeSteps, batch, learningRate }: Case): MathSettings {
  return { ...LESSON_SETTINGS, cell, hiddenUnits, points: timeSteps, batch, learningRate }
}

/** A training at its start: seed 1, no update yet. */
export function openTraining(engine: Engine, settings: MathSettings): Learner {
  return createLearner(freshSnapshot(initialWeights(settings), settings), () => engine)
}

/** Makes the next updates in one call, windows and all, and tells their losses. */
export function trainOn(learner: Learner, count: number, settings: MathSettings): number[] {
  const windows = nextWindows(learner, LESSON_SOURCE, runConfigOf(settings), count)
  return learner
    .updateAll(windows, settings)
    .map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
}
