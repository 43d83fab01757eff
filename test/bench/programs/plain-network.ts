import { initialWeights } from '../../../main/trainer/network/initial-weights'
import {
  type Scalar,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import { LESSON_SETTINGS } from '../../helpers/lesson-settings'
import type { Case } from '../cases'

/** The network's parameters, kernels lying as Keras has them: [from, to]; the gates of an LSTM side by side. */
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
  /** States after the window, each [batch, hidden]: h, and of an LSTM c. */
  readonly states: readonly Tensor2D[]
}

type PlainCell = Pick<Case, 'cell' | 'hiddenUnits'>

/** The weights that every competitor starts from. */
export function plainParameters({ cell, hiddenUnits }: PlainCell): PlainParameters {
  const gates = cell === 'lstm' ? 4 : 1
  const weights = initialWeights({ ...LESSON_SETTINGS, cell, hiddenUnits })
  const values = (name: string) => {
    const found = [...weights].find(([full]) => full.endsWith(name))
    if (!found) throw new Error(`there is no ${name} among ${[...weights.keys()].join(', ')}`)
    return found[1].values
  }
  const kernel = (name: string, to: number, from: number): Tensor2D =>
    tf.tidy(() => tf.transpose(tf.tensor2d(values(name), [to, from])))
  return [
    kernel('weight_ih_l0', gates * hiddenUnits, 1),
    kernel('weight_hh_l0', gates * hiddenUnits, hiddenUnits),
    tf.tensor1d(values('bias_ih_l0')),
    tf.tensor1d(values('bias_hh_l0')),
    kernel('out.weight', 1, hiddenUnits),
    tf.tensor1d(values('out.bias')),
  ]
}

/** The states before the first window. */
export function plainStates({ cell, hiddenUnits, batch }: Case): Tensor2D[] {
  return Array.from({ length: cell === 'lstm' ? 2 : 1 }, () => tf.zeros([batch, hiddenUnits]))
}

/**
 * The network as it is usually written: ops for one time step, in a loop.
 *
 * @param inputs [batch, time step, feature], as `targets`
 */
export function plainForward(
  [kernel, recurrentKernel, bias, recurrentBias, readoutKernel, readoutBias]: PlainParameters,
  inputs: Tensor3D,
  targets: Tensor3D,
  before: readonly Tensor2D[],
): PlainOutput {
  const bothBiases = tf.add(bias, recurrentBias)
  let states = before
  const readouts = (tf.unstack(inputs, 1) as Tensor2D[]).map((input) => {
    const [hidden, memory] = states as [Tensor2D, Tensor2D?]
    const sum = tf.add(tf.matMul(input, kernel), tf.matMul(hidden, recurrentKernel))
    const sums: Tensor2D = tf.add(sum, bothBiases)
    states = memory ? lstmStates(sums, memory) : [tf.tanh(sums)]
    return tf.add(tf.matMul(states[0] as Tensor2D, readoutKernel), readoutBias)
  })
  const predictions = tf.stack(readouts, 1) as Tensor3D
  return { loss: tf.mean(tf.squaredDifference(predictions, targets)), predictions, states }
}

/** The gates in PyTorch's order: i, f, g, o. */
function lstmStates(sums: Tensor2D, memory: Tensor2D): Tensor2D[] {
  const [input, forget, candidate, output] = tf.split(sums, 4, 1) as [Tensor2D, Tensor2D, Tensor2D, Tensor2D]
  const kept = tf.mul<Tensor2D>(tf.sigmoid(forget), memory)
  const next = tf.add<Tensor2D>(kept, tf.mul(tf.sigmoid(input), tf.tanh(candidate)))
  return [tf.mul(tf.sigmoid(output), tf.tanh(next)), next]
}
