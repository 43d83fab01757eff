import { windowAt } from '../../../main/trainer/dataset/sine-to-cosine'
import { describeNetwork } from '../../../main/trainer/network/describe-network'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { packArrays } from '../../../main/trainer/network/packed-arrays'
import { numbersOf, tf } from '../../../main/trainer/tensorflow'
import { adamSchedule } from '../../../main/trainer/training/adam'
import type { Engine } from '../../../main/trainer/training/engine'
import { freshSnapshot } from '../../../main/trainer/training/fresh-snapshot'
import { createLearner } from '../../../main/trainer/training/learner'
import type { TrainingState } from '../../../main/trainer/training/update'
import type { Case } from '../cases'
import type { Program } from './program'
import { windowStack } from './windows'

/** Updates still to come, as far as an engine is told: enough for any recording to pay off. */
const MANY = 1_000_000

/**
 * One of our engines, as the app uses it: through the learner, whose windows are single sequences; with larger
 * batches by itself, reading back the same.
 */
export function ours(engine: Engine, options: Case, perCall?: number): Program {
  const best = perCall ?? engine.updatesPerCall(options.timeSteps, MANY)
  return { perCall: best, update: options.batch === 1 ? learning(engine, options) : batched(engine, options) }
}

function learning(engine: Engine, { hiddenUnits, timeSteps, learningRate }: Case): Program['update'] {
  const snapshot = freshSnapshot(initialWeights({ hiddenUnits, seed: 1 }), hiddenUnits)
  const learner = createLearner(snapshot, () => engine)
  const settings = { learningRate, carryState: true }
  return (count) => {
    const first = learner.updatesDone()
    const windows = Array.from({ length: count }, (_, i) => windowAt(first + i, timeSteps))
    return learner
      .updateAll(windows, settings)
      .map((result) => (result.kind === 'updated' ? result.loss : Number.NaN))
  }
}

function batched(engine: Engine, options: Case): Program['update'] {
  let state = initialState(options)
  let done = 0
  return (count) => {
    const schedules = Array.from({ length: count }, (_, i) =>
      adamSchedule(options.learningRate, done + 1 + i),
    )
    let losses: ArrayLike<number> = []
    const next = tf.tidy(() => {
      const windows = windowStack(done, count, options)
      const made = engine.update(state, windows, tf.tensor2d(schedules), true)
      losses = numbersOf(made.losses)
      numbersOf(made.predictions)
      return made.state
    })
    tf.dispose(state)
    state = next
    done += count
    return losses
  }
}

/** A state at the start of a training: seed 1, no update yet. */
export function initialState({ hiddenUnits, batch }: Case): TrainingState {
  const { parameters: layout, parameterCount } = describeNetwork(hiddenUnits)
  return {
    parameters: tf.tensor1d(packArrays(initialWeights({ hiddenUnits, seed: 1 }), layout)),
    firstMoments: tf.zeros([parameterCount]),
    secondMoments: tf.zeros([parameterCount]),
    hidden: tf.zeros([1, batch, hiddenUnits]),
  }
}
