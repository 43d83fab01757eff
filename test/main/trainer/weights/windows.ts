import { forward, type NetworkStates } from '../../../../main/trainer/network/network'
import { CELL_SHAPES } from '../../../../main/trainer/network/shape/cell-shapes'
import { describeNetwork } from '../../../../main/trainer/network/shape/describe-network'
import { packArrays } from '../../../../main/trainer/network/shape/packed-arrays'
import { numbersOf, type Tensor2D, tf } from '../../../../main/trainer/tensorflow'
import type { Snapshot } from '../../../../main/trainer/training/snapshot/snapshot'

export const TIME_STEPS = 7

/** A window of curves that differ from sequence to sequence: [time step, batch, 1]. */
export function windowOf(index: number, batch: number): Float32Array {
  return Float32Array.from({ length: TIME_STEPS * batch }, (_, i) =>
    Math.sin((index * TIME_STEPS + Math.floor(i / batch)) / 3 + (i % batch)),
  )
}

/** What our network gives for one window. */
export type Given = {
  /** [time step, batch, 1]. */
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
      const inputs = tf.tensor2d(windowOf(index, batch), [TIME_STEPS * batch, 1])
      const pass = forward({ network, readout: 'batched' }, packed, inputs, states)
      states = pass.states
      return {
        predictions: numbersOf(pass.predictions),
        states: pass.states.map((ofLayers) => numbersOf(tf.stack(ofLayers))),
      }
    })
  })
}
