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
/** Time steps by which each input is ahead of the one before it: no two of 32 are alike. */
const APART = 7

/**
 * What a network predicts over a fixed probe: three windows from a zero state, in which input j is sin((i + 7·j)/3) at
 * time step i. Two networks that are the same function give the same numbers, whatever file they went through.
 *
 * @returns the predictions of the three windows, [time step, output]
 */
export function probe({ network, parameters, states: carried }: Snapshot): Float32Array {
  const { inputs, outputs } = network
  const seen = Float32Array.from({ length: WINDOWS * TIME_STEPS * inputs }, (_, at) => {
    const [i, j] = [Math.floor(at / inputs), at % inputs]
    return Math.sin((i + APART * j) * STRIDE)
  })
  const predictions = new Float32Array(WINDOWS * TIME_STEPS * outputs)
  tf.tidy(() => {
    const packed = tf.tensor1d(packArrays(parameters, describeNetwork(network).parameters))
    const zeros = () => tf.zeros([1, network.hiddenUnits]) as Tensor2D
    let states: NetworkStates = carried.map(() => Array.from({ length: network.layers }, zeros))
    for (let from = 0; from < WINDOWS * TIME_STEPS; from += TIME_STEPS) {
      const rows = seen.slice(from * inputs, (from + TIME_STEPS) * inputs)
      const window = tf.tensor2d(rows, [TIME_STEPS, inputs])
      const pass = forward({ network, readout: 'batched' }, packed, window, states)
      predictions.set(numbersOf(pass.predictions), from * outputs)
      states = pass.states
    }
  })
  return predictions
}
