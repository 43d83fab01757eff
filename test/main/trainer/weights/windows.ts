import { forward, type NetworkStates } from '../../../../main/trainer/network/network'
import { CELL_SHAPES } from '../../../../main/trainer/network/shape/cell-shapes'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { packArrays } from '../../../../main/trainer/network/shape/packed-arrays'
import { numbersOf, type Tensor2D, tf } from '../../../../main/trainer/tensorflow'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'

export const TIME_STEPS = 7

/** A window of curves that differ from sequence to sequence and from input to input: [time step, batch, input]. */
export function windowOf(index: number, batch: number, inputs = 1): Float32Array {
  return Float32Array.from({ length: TIME_STEPS * batch * inputs }, (_, at) => {
    const [row, input] = [Math.floor(at / inputs), at % inputs]
    return Math.sin((index * TIME_STEPS + Math.floor(row / batch)) / 3 + (row % batch) + 2.5 * input)
  })
}

/** What our network gives for one window. */
export type Given = {
  /** [time step, batch, output]. */
  readonly predictions: Float32Array
  /** h, and c of an LSTM, after the window: [layers, batch, hidden]. */
  readonly states: readonly Float32Array[]
}

/** Runs our network over windows in a row, from zeros on, the state carried from each to the next. */
export function runWindows({ network, parameters }: Snapshot, batch: number, count: number): Given[] {
  const { cell, layers, hiddenUnits } = network
  return tf.tidy(() => {
    const packed = tf.tensor1d(packArrays(parameters, describeNetwork(network).parameters))
    const zeros = () => tf.zeros([batch, hiddenUnits]) as Tensor2D
    let states: NetworkStates = Array.from({ length: CELL_SHAPES[cell].states }, () =>
      Array.from({ length: layers }, zeros),
    )
    return Array.from({ length: count }, (_, index) => {
      const window = windowOf(index, batch, network.inputs)
      const inputs = tf.tensor2d(window, [TIME_STEPS * batch, network.inputs])
      const pass = forward({ network, readout: 'batched' }, packed, inputs, states)
      states = pass.states
      return {
        predictions: numbersOf(pass.predictions),
        states: pass.states.map((ofLayers) => numbersOf(tf.stack(ofLayers))),
      }
    })
  })
}
