import type { InsideNet } from '../net/inside-net'
import { toTheEnd } from '../net/work'
import { type LayerState, passInPieces } from '../pass/pass'

/** From this share of the greatest response on an impulse is still felt. */
const FELT = 0.05
/** Below this share of the greatest number that goes in, a change is none in float32, in which a network trains. */
export const LEAST_CHANGE = 2 ** -23
/** Below this share of the predictions a response is rounding of float64. */
const ROUNDING = 1e-13

/** What becomes of the predictions after one number that goes in was larger, once. */
export type Impulse = {
  /** ‖ŷ(x + ε·δ₀) − ŷ(x)‖ over the outputs: [lag], from 0. */
  readonly responses: Float64Array
  /** Time steps over which it is felt, its own among them; 0 where no prediction moves. */
  readonly keeps: number
  /** Whether it is still felt at the last lag. */
  readonly goesOn: boolean
}

/**
 * How the predictions answer to one number that goes in at the first time step.
 *
 * @param inputs [time step, feature], as long as lags are looked at
 * @param states before them, one for each layer
 * @param column that is larger, from 0
 * @param epsilon by how much, not 0
 */
export function impulse(
  net: InsideNet,
  inputs: Float64Array,
  states: readonly LayerState[],
  column: number,
  epsilon: number,
): Impulse {
  return toTheEnd(impulseInPieces(net, inputs, states, column, epsilon))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* impulseInPieces(
  net: InsideNet,
  inputs: Float64Array,
  states: readonly LayerState[],
  column: number,
  epsilon: number,
): Generator<void, Impulse> {
  const { outputs } = net.network
  const changed = inputs.slice()
  changed[column] = (changed[column] as number) + epsilon
  const { predictions: before, timeSteps } = yield* passInPieces(net, inputs, states)
  const { predictions: after } = yield* passInPieces(net, changed, states)
  const responses = Float64Array.from({ length: timeSteps }, (_, lag) => {
    let squares = 0
    for (let i = lag * outputs; i < (lag + 1) * outputs; i += 1)
      squares += ((after[i] as number) - (before[i] as number)) ** 2
    return Math.sqrt(squares)
  })
  const size = before.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const peak = responses.reduce((most, value) => Math.max(most, value), 0)
  const keeps = peak <= ROUNDING * size ? 0 : 1 + responses.findLastIndex((value) => value > FELT * peak)
  return { responses, keeps, goesOn: keeps === timeSteps }
}

/**
 * Inputs of so many time steps that go on as a window does: it is gone through forth and back, so that nothing jumps.
 *
 * @param inputs of the window, [time step, feature]
 */
export function forthAndBack(inputs: Float64Array, columns: number, timeSteps: number): Float64Array {
  const window = inputs.length / columns
  const round = Math.max(1, 2 * (window - 1))
  return Float64Array.from({ length: timeSteps * columns }, (_, i) => {
    const at = Math.floor(i / columns) % round
    return inputs[(at < window ? at : round - at) * columns + (i % columns)] as number
  })
}
