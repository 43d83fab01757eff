import { type Tensor1D, type Tensor2D, type Tensor3D, tf } from '../tensorflow'
import { describeNetwork } from './describe-network'
import { sizeOf } from './named-arrays'
import { fromRows, toRows } from './rows'
import { type SimpleRnn, unrollSimpleRnn } from './simple-rnn'

/** The network's parameters as tensors. */
export type NetworkParameters = SimpleRnn & {
  /** out.weight: [feature, hidden]. */
  readonly readoutKernel: Tensor2D
  /** out.bias: [feature]. */
  readonly readoutBias: Tensor1D
}

/** The same in the order of `describeNetwork`. */
type InOrder = [Tensor2D, Tensor2D, Tensor1D, Tensor1D, Tensor2D, Tensor1D]

/** What comes out of a window. */
export type NetworkOutput = {
  /** [batch, time step, feature]. */
  readonly predictions: Tensor3D
  /** Hidden state after the window's last time step: [layer, batch, hidden]. */
  readonly hidden: Tensor3D
}

/**
 * Takes the packed parameters apart; can be differentiated.
 *
 * @param packed all parameters in the order of `describeNetwork`, [parameter count]
 */
export function unpackParameters(packed: Tensor1D, hiddenUnits: number): NetworkParameters {
  const { parameters } = describeNetwork(hiddenUnits)
  const sizes = parameters.map(({ shape }) => sizeOf(shape))
  const tensors = tf.split(packed, sizes).map((vector, i) => {
    const shape = parameters[i]?.shape ?? []
    return shape.length === 1 ? vector : tf.reshape(vector, [...shape])
  })
  const [kernel, recurrentKernel, bias, recurrentBias, readoutKernel, readoutBias] = tensors as InOrder
  return { kernel, recurrentKernel, bias, recurrentBias, readoutKernel, readoutBias }
}

/**
 * Runs the network over a window: the cell, then at every time step the linear read-out of its hidden state.
 *
 * @param inputs [batch, time step, feature]
 * @param hidden hidden state before the window, [layer, batch, hidden]
 */
export function forward(parameters: NetworkParameters, inputs: Tensor3D, hidden: Tensor3D): NetworkOutput {
  const [, batch, hiddenUnits] = hidden.shape
  const before: Tensor2D = tf.reshape(hidden, [batch, hiddenUnits])
  const states = unrollSimpleRnn(parameters, toRows(inputs), before)
  const readout = tf.add(tf.matMul(states, parameters.readoutKernel, false, true), parameters.readoutBias)
  const last = tf.slice(states, [states.shape[0] - batch, 0])
  return {
    predictions: fromRows(readout as Tensor2D, batch),
    hidden: tf.reshape(last, hidden.shape),
  }
}
