import { tf } from '../../../main/trainer/tensorflow'
import type { Case } from '../cases'
import { plainParameters } from './plain-network'
import type { Program } from './program'
import { windowNumbers } from './windows'

/**
 * The layers API: `simpleRNN` or `lstm` that keeps its state, a dense layer at every time step, `trainOnBatch`. Its cell has
 * one bias, so it starts from the same function but does not take quite the same way. It hands out no predictions.
 */
export function layers(options: Case): Program {
  const { hiddenUnits, timeSteps, batch, learningRate } = options
  const shared = {
    units: hiddenUnits,
    returnSequences: true,
    stateful: true,
    batchInputShape: [batch, timeSteps, 1],
  }
  const model = tf.sequential({
    layers: [
      options.cell === 'lstm'
        ? tf.layers.lstm({ ...shared, recurrentActivation: 'sigmoid' })
        : tf.layers.simpleRNN(shared),
      tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }) }),
    ],
  })
  model.compile({ optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8), loss: 'meanSquaredError' })
  const [kernel, recurrentKernel, bias, recurrentBias, ...readout] = plainParameters(options)
  model.setWeights([kernel, recurrentKernel, tf.add(bias, recurrentBias), ...readout])
  let done = 0
  return {
    perCall: 1,
    update: async () => {
      const numbers = windowNumbers(done, { batch, timeSteps })
      const inputs = tf.tensor3d(numbers.inputs, [batch, timeSteps, 1])
      const targets = tf.tensor3d(numbers.targets, [batch, timeSteps, 1])
      const loss = await model.trainOnBatch(inputs, targets)
      tf.dispose([inputs, targets])
      done += 1
      return [loss as number]
    },
  }
}
