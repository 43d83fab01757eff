import { LESSON } from '@contract/settings'
import { initialWeights } from '../../../main/trainer/network/initial-weights'
import {
  type Scalar,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'

/** The network's parameters, kernels lying as Keras has them: [from, to]. */
export type PlainParameters = [
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  recurrentBias: Tensor1D,
  readoutKernel: Tensor2D,
  readoutBias: Tensor1D,
]

/** What comes of a window. */
export type PlainOutput = {
  readonly loss: Scalar
  /** [batch, time step, feature]. */
  readonly predictions: Tensor3D
  /** [batch, hidden]. */
  readonly hidden: Tensor2D
}

/** The weights that every competitor starts from. */
export function plainParameters(hiddenUnits: number): PlainParameters {
  const weights = initialWeights({ ...LESSON, hiddenUnits })
  const values = (name: string) => weights.get(name)?.values ?? new Float32Array()
  const kernel = (name: string, to: number, from: number): Tensor2D =>
    tf.tidy(() => tf.transpose(tf.tensor2d(values(name), [to, from])))
  return [
    kernel('rnn.weight_ih_l0', hiddenUnits, 1),
    kernel('rnn.weight_hh_l0', hiddenUnits, hiddenUnits),
    tf.tensor1d(values('rnn.bias_ih_l0')),
    tf.tensor1d(values('rnn.bias_hh_l0')),
    kernel('out.weight', 1, hiddenUnits),
    tf.tensor1d(values('out.bias')),
  ]
}

/**
 * The network as it is usually written: ops for one time step, in a loop.
 *
 * @param inputs [batch, time step, feature], as `targets`
 * @param before hidden state before the window, [batch, hidden]
 */
export function plainForward(
  [kernel, recurrentKernel, bias, recurrentBias, readoutKernel, readoutBias]: PlainParameters,
  inputs: Tensor3D,
  targets: Tensor3D,
  before: Tensor2D,
): PlainOutput {
  const bothBiases = tf.add(bias, recurrentBias)
  let hidden = before
  const readouts = (tf.unstack(inputs, 1) as Tensor2D[]).map((input) => {
    const sum = tf.add(tf.matMul(input, kernel), tf.matMul(hidden, recurrentKernel))
    hidden = tf.tanh(tf.add(sum, bothBiases))
    return tf.add(tf.matMul(hidden, readoutKernel), readoutBias)
  })
  const predictions = tf.stack(readouts, 1) as Tensor3D
  return { loss: tf.mean(tf.squaredDifference(predictions, targets)), predictions, hidden }
}
