import { backThrough, costOfTimeStep, type StateGradients } from '../gradient/back-through'
import type { InsideNet } from '../net/inside-net'
import { normOf } from '../net/norm'
import { row } from '../net/rows'
import { countWork, toTheEnd } from '../net/work'
import type { Pass } from '../pass/pass'

/** Multiplications that all rows together may cost; as many rows as that allows are computed. */
export const TRIANGLE_BUDGET = 20_000_000
/** Rows that are computed at least, whatever they cost. */
const FEWEST_ROWS = 8

/** How far the loss of each time step reaches back to the hidden states before it, of one layer. */
export type Triangle = {
  readonly timeSteps: number
  /** The time steps s whose loss is followed, ascending: all, or so many of them, evenly spaced, the last one among them. */
  readonly rows: readonly number[]
  /** ‖∂ℓ_s/∂h_t‖ for t ≤ s, and NaN for t > s: [row, time step]. */
  readonly norms: Float64Array
  /** ‖∂L/∂h_t‖ of the whole loss: [time step]. */
  readonly profile: Float64Array
}

/**
 * The gradient through time (the triangle is what RNNbow draws, Cashman et al. 2018): norms of the gradients of each time
 * step's share of the loss by the hidden states of a layer after time step t. Gradients by c alone do not count.
 *
 * @param byPredictions gradient of the whole loss by the predictions, [time step, output]
 * @param layer from 0
 */
export function triangle(net: InsideNet, pass: Pass, byPredictions: Float64Array, layer: number): Triangle {
  return toTheEnd(triangleInPieces(net, pass, byPredictions, layer))
}

/** The same for large networks: it yields after every 5 ms of work or so. */
export function* triangleInPieces(
  net: InsideNet,
  pass: Pass,
  byPredictions: Float64Array,
  layer: number,
): Generator<void, Triangle> {
  const { timeSteps } = pass
  const { hiddenUnits, outputs } = net.network
  const work = countWork()
  const plan = { lowest: layer, parameters: null, inputs: null, work }
  const rows = rowsWithin(timeSteps, costOfTimeStep(net, layer))
  const norms = new Float64Array(rows.length * timeSteps).fill(Number.NaN)
  for (const [at, last] of rows.entries()) {
    const share = new Float64Array(byPredictions.length)
    row(share, last, outputs).set(row(byPredictions, last, outputs))
    const states = yield* backThrough(net, pass, share, { ...plan, last })
    row(norms, at, timeSteps).set(normsOf(states[layer] as StateGradients, hiddenUnits))
  }
  const whole = yield* backThrough(net, pass, byPredictions, { ...plan, last: timeSteps - 1 })
  return { timeSteps, rows, norms, profile: normsOf(whole[layer] as StateGradients, hiddenUnits) }
}

/**
 * The rows of a triangle that the budget allows: all, or evenly spaced ones from the last on.
 *
 * @param cost multiplications of one time step
 */
export function rowsWithin(timeSteps: number, cost: number): readonly number[] {
  const all = (cost * timeSteps * (timeSteps + 1)) / 2
  const count = Math.min(
    timeSteps,
    Math.max(FEWEST_ROWS, Math.floor((timeSteps * TRIANGLE_BUDGET) / Math.max(1, all))),
  )
  return Array.from({ length: count }, (_, i) => Math.round(((i + 1) * timeSteps) / count) - 1)
}

/** The length of each row but the first, which is by the state before the window: [time step]. */
function normsOf({ h }: StateGradients, units: number): Float64Array {
  return Float64Array.from({ length: h.length / units - 1 }, (_, time) => normOf(row(h, time + 1, units)))
}
