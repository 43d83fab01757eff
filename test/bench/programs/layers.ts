import { tf } from '../../../main/trainer/tensorflow'
import type { Case } from '../cases'
import { plainParameters } from './plain-network'
import type { Program } from './program'
import { windowNumbers } from './windows'

/**
 * The layers API: `simpleRNN` that keeps its state, a dense layer at every time step, `trainOnBatch`. Its cell has
 * one bias, so it starts from the same function but does not take quite the same way. It hands out no predictions.
 */
export function layers({ hiddenUnits, timeSteps, batch, learningRate }: Case): Program {
  const model = tf.sequential({
    layers: [
      tf.layers.simpleRNN({
        units: hiddenUnits,
        returnSequences: true,
        stateful: true,
        batchInputShape: [batch, timeSteps, 1],
      }),
      tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }) }),
    ],
  })
  model.compile({ optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8), loss: 'meanSquaredError' })
  const [kernel, recurrentKernel, bias, recurrentBias, ...readout] = plainParameters(hiddenUnits)
  model.setWeights([kernel, recurrentKernel, tf.add(bias, recurrentBias), ...readout])
  let done = 0
  return {
    perCall: 1,
    update: async () => {
      const numbers = windowNumbers(done, 1, { batch, timeSteps })
      const inputs = tf.tensor3d(numbers.inputs, [batch, timeSteps, 1])
      const targets = tf.tensor3d(numbers.targets, [batch, timeSteps, 1])
      const loss = await model.trainOnBatch(inputs, targets)
      tf.dispose([inputs, targets])
      done += 1
      return [loss as number]
    },
  }
}
