import { type Tensor, type Tensor1D, type Tensor2D, tf } from '../../../main/trainer/tensorflow'
import { windowsOf } from '../cases/case-run'
import type { Case } from '../cases/cases'
import { layersOf, type PlainLayer, plainParameters } from './plain-network'
import type { Program } from './program'
import { tensorsOf } from './windows'

/**
 * The layers API: `simpleRNN`, `gru` or `lstm`, in the lesson with a kept state, a dense layer at every time step,
 * `trainOnBatch`. Its cell has one bias, so it starts from the same function but does not take quite the same way; its GRU
 * resets before the recurrent product, which is another function. It hands out no predictions.
 */
export function layers(options: Case): Program {
  const { hiddenUnits, timeSteps, batch, learningRate } = options
  const windowAt = windowsOf(options)
  const start = layersOf(plainParameters(options))
  const recurrent = start.layers.map(([kernel]) =>
    CELLS[options.cell]({
      units: hiddenUnits,
      returnSequences: true,
      stateful: options.data === 'lesson',
      batchInputShape: [batch, timeSteps, kernel.shape[0]],
    }),
  )
  const model = tf.sequential({
    layers: [...recurrent, tf.layers.timeDistributed({ layer: tf.layers.dense({ units: 1 }) })],
  })
  model.compile({ optimizer: tf.train.adam(learningRate, 0.9, 0.999, 1e-8), loss: 'meanSquaredError' })
  model.setWeights([...start.layers.flatMap((layer) => weightsOf(options.cell, layer)), ...start.readout])
  let done = 0
  return {
    perCall: 1,
    update: async () => {
      const { inputs, targets } = tensorsOf(windowAt(done), batch)
      const loss = await model.trainOnBatch(inputs, targets)
      tf.dispose([inputs, targets])
      done += 1
      return [loss as number]
    },
  }
}

type Shared = Parameters<typeof tf.layers.simpleRNN>[0]

const CELLS = {
  'rnn-tanh': (shared: Shared) => tf.layers.simpleRNN(shared),
  gru: (shared: Shared) => tf.layers.gru({ ...shared, recurrentActivation: 'sigmoid' }),
  lstm: (shared: Shared) => tf.layers.lstm({ ...shared, recurrentActivation: 'sigmoid' }),
}

/** A layer's weights as Keras has them: one bias, and the gates of a GRU in the order z, r, n. */
function weightsOf(cell: Case['cell'], [kernel, recurrentKernel, ...biases]: PlainLayer): Tensor[] {
  const bias: Tensor1D = tf.add(...biases)
  if (cell !== 'gru') return [kernel, recurrentKernel, bias]
  const ordered = <T extends Tensor1D | Tensor2D>(tensor: T): T => {
    const [reset, update, candidate] = tf.split(tensor, 3, -1) as [T, T, T]
    return tf.concat([update, reset, candidate], -1)
  }
  return [ordered(kernel), ordered(recurrentKernel), ordered(bias)]
}
