import { initialWeights } from '../../../main/trainer/network/initial-weights'
import { networkOf } from '../../../main/trainer/network/shape/network-of'
import {
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tf,
} from '../../../main/trainer/tensorflow'
import { configOf } from '../cases/case-run'
import type { Case } from '../cases/cases'

/** A layer's parameters, kernels lying as Keras has them: [from, to]; the gates side by side. */
export type PlainLayer = readonly [
  kernel: Tensor2D,
  recurrentKernel: Tensor2D,
  bias: Tensor1D,
  recurrentBias: Tensor1D,
]
const PER_LAYER = 4

/** The network's parameters: four of each layer, from the one that sees the inputs on, then the read-out's two. */
export type PlainParameters = readonly Tensor[]

/** What comes of a window. */
export type PlainOutput = {
  readonly loss: Scalar
  /** [batch, time step, output]. */
  readonly predictions: Tensor3D
  /** States after the window, each [batch, hidden]: h of each layer, and of an LSTM c after each. */
  readonly states: readonly Tensor2D[]
}

/** The weights that every competitor starts from. */
export function plainParameters(one: Case): PlainParameters {
  return tf.tidy(() =>
    [...initialWeights(networkOf(configOf(one))).values()].map(({ shape, values }) => {
      const [to, from] = shape as [number, number?]
      return from === undefined ? tf.tensor1d(values) : tf.transpose(tf.tensor2d(values, [to, from]))
    }),
  )
}

/** A network's parameters, layer by layer, and those of its read-out. */
export function layersOf(parameters: PlainParameters) {
  const layers = Math.floor(parameters.length / PER_LAYER)
  return {
    layers: Array.from(
      { length: layers },
      (_, layer) => parameters.slice(layer * PER_LAYER, (layer + 1) * PER_LAYER) as unknown as PlainLayer,
    ),
    readout: parameters.slice(layers * PER_LAYER) as [kernel: Tensor2D, bias: Tensor1D],
  }
}

/** The states before the first window, and of a table before each. */
export function plainStates({ cell, layers, hiddenUnits, batch }: Case): Tensor2D[] {
  return Array.from({ length: layers * (cell === 'lstm' ? 2 : 1) }, () => tf.zeros([batch, hiddenUnits]))
}

/**
 * The network as it is usually written: ops for one time step, in a loop.
 *
 * @param inputs [batch, time step, input]
 * @param targets [batch, time step, output]
 */
export function plainForward(
  cell: Case['cell'],
  parameters: PlainParameters,
  inputs: Tensor3D,
  targets: Tensor3D,
  before: readonly Tensor2D[],
): PlainOutput {
  const { layers, readout } = layersOf(parameters)
  const [readoutKernel, readoutBias] = readout
  const perLayer = before.length / layers.length
  const states: Tensor2D[] = []
  let seen = tf.unstack(inputs, 1) as Tensor2D[]
  for (const [at, layer] of layers.entries()) {
    let state: readonly Tensor2D[] = before.slice(at * perLayer, (at + 1) * perLayer)
    const step = CELLS[cell](layer)
    seen = seen.map((input) => {
      state = step(input, state)
      return state[0] as Tensor2D
    })
    states.push(...state)
  }
  const readouts = seen.map((hidden) => tf.add(tf.matMul(hidden, readoutKernel), readoutBias))
  const predictions = tf.stack(readouts, 1) as Tensor3D
  return { loss: tf.mean(tf.squaredDifference(predictions, targets)), predictions, states }
}

/** A time step of a layer: the states after it from its input and the states before it. */
type Step = (input: Tensor2D, before: readonly Tensor2D[]) => Tensor2D[]

const CELLS: Readonly<Record<Case['cell'], (layer: PlainLayer) => Step>> = {
  'rnn-tanh': (layer) => {
    const sums = sumsOf(layer)
    return (input, before) => [tf.tanh(sums(input, before[0] as Tensor2D))]
  },
  gru: ([kernel, recurrentKernel, bias, recurrentBias]) => {
    return (input, [hidden]) => {
      const before = hidden as Tensor2D
      const [inputReset, inputUpdate, inputCandidate] = thirds(tf.add(tf.matMul(input, kernel), bias))
      const recurrent = tf.add<Tensor2D>(tf.matMul(before, recurrentKernel), recurrentBias)
      const [recurrentReset, recurrentUpdate, recurrentCandidate] = thirds(recurrent)
      const reset = tf.sigmoid(tf.add(inputReset, recurrentReset))
      const update: Tensor2D = tf.sigmoid(tf.add(inputUpdate, recurrentUpdate))
      const candidate = tf.tanh(tf.add(inputCandidate, tf.mul(reset, recurrentCandidate)))
      return [tf.add(tf.mul(tf.sub(1, update), candidate), tf.mul(update, before))]
    }
  },
  lstm: (layer) => {
    const sums = sumsOf(layer)
    return (input, [hidden, memory]) => {
      // The gates in PyTorch's order: i, f, g, o.
      const gates = tf.split(sums(input, hidden as Tensor2D), 4, 1)
      const [enter, forget, candidate, output] = gates as [Tensor2D, Tensor2D, Tensor2D, Tensor2D]
      const kept = tf.mul<Tensor2D>(tf.sigmoid(forget), memory as Tensor2D)
      const next = tf.add<Tensor2D>(kept, tf.mul(tf.sigmoid(enter), tf.tanh(candidate)))
      return [tf.mul(tf.sigmoid(output), tf.tanh(next)), next]
    }
  },
}

/** What goes into all gates of a time step, where both biases are only ever added to each other. */
function sumsOf([kernel, recurrentKernel, bias, recurrentBias]: PlainLayer) {
  const bothBiases = tf.add(bias, recurrentBias)
  return (input: Tensor2D, hidden: Tensor2D): Tensor2D =>
    tf.add(tf.add(tf.matMul(input, kernel), tf.matMul(hidden, recurrentKernel)), bothBiases)
}

/** The gates of a GRU in PyTorch's order: r, z, n. */
function thirds(sums: Tensor2D) {
  return tf.split(sums, 3, 1) as [Tensor2D, Tensor2D, Tensor2D]
}
