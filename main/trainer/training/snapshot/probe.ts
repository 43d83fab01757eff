import { forward, type NetworkStates } from '../../network/network'
import { describeNetwork } from '../../network/shape/describe-network'
import { packArrays } from '../../network/shape/packed-arrays'
import { numbersOf, type Tensor2D, tf } from '../../tensorflow'
import type { Snapshot } from './snapshot'

/** Windows in a row, the state carried from each to the next. */
const WINDOWS = 3
const TIME_STEPS = 20
/** Radians from one time step to the next: the three windows see about three periods of the sine. */
const STRIDE = 1 / 3

/**
 * What a network predicts over a fixed probe: three windows of sin t from a zero state. Two networks that are the
 * same function give the same numbers, whatever file they went through.
 *
 * @returns one prediction for each time step of the three windows
 */
export function probe({ network, parameters, states: carried }: Snapshot): Float32Array {
  const inputs = Float32Array.from({ length: WINDOWS * TIME_STEPS }, (_, i) => Math.sin(i * STRIDE))
  const predictions = new Float32Array(inputs.length)
  tf.tidy(() => {
    const packed = tf.tensor1d(packArrays(parameters, describeNetwork(network).parameters))
    const zeros = () => tf.zeros([1, network.hiddenUnits]) as Tensor2D
    let states: NetworkStates = carried.map(() => Array.from({ length: network.layers }, zeros))
    for (let from = 0; from < inputs.length; from += TIME_STEPS) {
      const window = tf.tensor2d(inputs.slice(from, from + TIME_STEPS), [TIME_STEPS, 1])
      const pass = forward({ network, readout: 'batched' }, packed, window, states)
      predictions.set(numbersOf(pass.predictions), from)
      states = pass.states
    }
  })
  return predictions
}
