import { networkOf } from '../../../main/trainer/network/shape/network-of'
import type { Engine } from '../../../main/trainer/training/engine/engine'
import { configOf, sourceOf } from '../cases/case-run'
import type { Case } from '../cases/cases'
import { openTraining, trainOn } from '../cases/training'
import type { Program } from './program'

/** Updates still to come, as far as an engine is told: enough for any recording to pay off. */
const MANY = 1_000_000

/** One of our engines, as the app uses it: through the learner, windows made and results read back. */
export function ours(engine: Engine, options: Case, perCall?: number): Program {
  const config = configOf(options)
  const source = sourceOf(config)
  const learner = openTraining(engine, config)
  return {
    perCall: perCall ?? engine.updatesPerCall(networkOf(config), options.timeSteps, MANY),
    update: (count) => trainOn(learner, count, config, source),
  }
}
