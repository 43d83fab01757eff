import type { Window } from '../../../../main/trainer/dataset/sine-to-cosine'
import { describeNetwork } from '../../../../main/trainer/network/describe-network'
import { sizeOf } from '../../../../main/trainer/network/named-arrays'

/*
 * The same network written a second time, number by number in float64 and without TensorFlow: what the trainer's
 * gradients and hidden states are checked against.
 */

/** Runs a window through the network; `packed` are all parameters, one after another. */
export function plainForward(packed: ArrayLike<number>, window: Window, hidden: readonly number[]) {
  const units = hidden.length
  const [kernel, recurrent, bias, recurrentBias, readout, readoutBias] = offsetsOf(units)
  const at = (offset: number) => packed[offset] as number
  let state = [...hidden]
  const predictions = [...window.inputs].map((x) => {
    const before = state
    state = before.map((_, i) => {
      const past = before.reduce((sum, h, j) => sum + h * at(recurrent + i * units + j), 0)
      return Math.tanh(x * at(kernel + i) + at(bias + i) + past + at(recurrentBias + i))
    })
    return state.reduce((sum, h, i) => sum + h * at(readout + i), at(readoutBias))
  })
  const errors = predictions.map((prediction, i) => (prediction - (window.targets[i] as number)) ** 2)
  return { predictions, hidden: state, loss: errors.reduce((sum, error) => sum + error) / errors.length }
}

/** Central differences of a function of the parameters; in float64 good to about 1e-9. */
export function finiteDifferences(packed: ArrayLike<number>, loss: (packed: number[]) => number): number[] {
  const width = 1e-5
  return Array.from(packed, (_, i) => {
    const moved = (by: number) => Array.from(packed, (value, j) => (j === i ? value + by : value))
    return (loss(moved(width)) - loss(moved(-width))) / (2 * width)
  })
}

type Offsets = [number, number, number, number, number, number]

function offsetsOf(units: number): Offsets {
  let end = 0
  return describeNetwork(units).parameters.map(({ shape }) => {
    end += sizeOf(shape)
    return end - sizeOf(shape)
  }) as Offsets
}
