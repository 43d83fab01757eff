import type { RunConfig } from '@contract/settings/run-config'
import { nextWindows } from '../../../main/trainer/data/source/next-windows'
import type { Source } from '../../../main/trainer/data/source/source'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import type { Engine } from '../../../main/trainer/training/engine/engine'
import { createLearner, type Learner } from '../../../main/trainer/training/learner'
import { freshSnapshot, trainingOf } from '../../../main/trainer/training/snapshot/fresh-snapshot'

/** A training at its start: no update yet. */
export function openTraining(engine: Engine, config: RunConfig): Learner {
  return createLearner(freshSnapshot(initialWeights(networkOf(config)), trainingOf(config)), () => engine)
}

/** Makes the next updates in one call, windows and all, and tells their losses. */
export function trainOn(learner: Learner, count: number, config: RunConfig, source: Source): number[] {
  return learner
    .updateAll(nextWindows(learner, source, config, count), config.training)
    .map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
}
