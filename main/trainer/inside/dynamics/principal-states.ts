import { row } from '../net/rows'
import { countWork, toTheEnd } from '../net/work'
import { orthogonalised } from './rotations'
import { scaled } from './scaled'
import { transposed } from './singular-values'

/** Less than this share of the variance is rounding. */
const NOTHING = 1e-24

/** Directions in which hidden states differ most: what a picture of them in the plane is drawn by. */
export type PrincipalStates = {
  /** The state that is in the middle, [hidden]: the mean. */
  readonly mean: Float64Array
  /** Directions of length 1, the one with most of the variance first: [component, hidden], at most two. */
  readonly components: Float64Array
  /** The share of all variance that lies in each direction, from 0 to 1: [component]. */
  readonly explained: Float64Array
}

/**
 * Principal components of hidden states (PCA), the first two. A direction could as well be its opposite: here the greatest of
 * its numbers is positive (the first of those that are equally great), so that pictures of successive updates do not flip over.
 *
 * @param states [time step, hidden]
 * @param hidden from 1
 * @returns fewer than two components where the states do not differ in two directions
 * @throws Error if a number is not finite
 */
export function principalStates(states: Float64Array, hidden: number): PrincipalStates {
  return toTheEnd(principalStatesInPieces(states, hidden))
}

/** The same for large layers: it yields after every 5 ms of work or so. */
export function* principalStatesInPieces(
  states: Float64Array,
  hidden: number,
): Generator<void, PrincipalStates> {
  const timeSteps = states.length / hidden
  const mean = meanOf(states, hidden)
  const { values } = scaled(states.map((x, at) => x - (mean[at % hidden] as number)))
  const isTall = timeSteps > hidden
  const rows = isTall ? transposed(values, hidden) : values.slice()
  const length = isTall ? timeSteps : hidden
  yield* orthogonalised(rows, length, countWork())
  const found = Array.from({ length: rows.length / length }, (_, i) => {
    const direction = row(rows, i, length)
    return { direction, square: direction.reduce((sum, x) => sum + x * x, 0) }
  }).sort((a, b) => b.square - a.square)
  const total = found.reduce((sum, { square }) => sum + square, 0)
  const kept = found.slice(0, 2).filter(({ square }) => square > NOTHING * total)
  const components = new Float64Array(kept.length * hidden)
  for (const [i, { direction }] of kept.entries())
    row(components, i, hidden).set(upright(isTall ? throughStates(direction, values, hidden) : direction))
  return { mean, components, explained: Float64Array.from(kept, ({ square }) => square / total) }
}

/**
 * Where states lie along some components: [time step, component]. States of another update go onto the components of this
 * one, which then are a fixed picture's axes.
 */
export function along({ mean, components }: PrincipalStates, states: Float64Array): Float64Array {
  const [hidden, count] = [mean.length, components.length / mean.length]
  return Float64Array.from({ length: (states.length / hidden) * count }, (_, at) => {
    const [state, component] = [
      row(states, Math.floor(at / count), hidden),
      row(components, at % count, hidden),
    ]
    return state.reduce((sum, x, i) => sum + (x - (mean[i] as number)) * (component[i] as number), 0)
  })
}

function meanOf(states: Float64Array, hidden: number): Float64Array {
  const sums = new Float64Array(hidden)
  for (const [at, x] of states.entries()) sums[at % hidden] = (sums[at % hidden] as number) + x
  return sums.map((sum) => sum / (states.length / hidden))
}

/** What a direction in time is among the units: the states, weighed with it and summed up. */
function throughStates(direction: Float64Array, states: Float64Array, hidden: number): Float64Array {
  const sums = new Float64Array(hidden)
  for (const [at, x] of states.entries())
    sums[at % hidden] = (sums[at % hidden] as number) + x * (direction[Math.floor(at / hidden)] as number)
  return sums
}

function upright(direction: Float64Array): Float64Array {
  const length = Math.hypot(...direction)
  const greatest = direction.reduce((best, x) => (Math.abs(x) > Math.abs(best) * (1 + 1e-12) ? x : best), 0)
  return direction.map((x) => x / (greatest < 0 ? -length : length))
}
