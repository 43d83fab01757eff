import { leastSquares } from '../../data/score/rivals/least-squares'
import { mersenneTwister, type RandomBits } from '../../random/mersenne-twister'
import { drawUnit } from '../../random/numpy-uniform'
import type { InsideNet } from '../net/inside-net'
import { toTheEnd } from '../net/work'
import { type LayerState, passInPieces } from '../pass/pass'

/** Of larger layers the read-outs would take too long to fit. */
export const MOST_CAPACITY_UNITS = 256
/** Time steps that are run through before anything counts: more than lags that are asked for. */
const WASHOUT = 300
/** Time steps of each half: at least so many, and so many for each unit. */
const HALF = { least: 1000, perUnit: 4 }
/** Lags that are asked for: so many for each unit, within these, and always some more than there are units. */
const LAGS = { perUnit: 2, least: 40, most: 120, beyondUnits: 8 }
/** t with P(χ² ≥ t) = 1e-4 for one degree of freedom: scipy.stats.chi2.isf(1e-4, 1). */
const CHI_SQUARE = 15.136705226623606
/** Time steps of a pass: the states of all at once would take much memory. */
const CHUNK = 200

/** The noise that goes in: even, of a mean and a standard deviation for each column; a column of deviation 0 stands still. */
export type Noise = { readonly mean: Float64Array; readonly deviation: Float64Array }

/** How well each of the last numbers can be read out of a hidden state. */
export type Capacity = {
  /** r², or 0 where that could be chance: [lag], from 0. */
  readonly perLag: Float64Array
  readonly total: number
  /** The least r² that counts. */
  readonly threshold: number
}

/**
 * Memory capacity (Jaeger 2001, Short term memory in echo state networks): Σ_k r²(u_{t−k}, ŵ_k·h_t) on white noise u, with a
 * linear read-out ŵ_k for each lag k. Read-outs are fitted by least squares on one half and scored on the other.
 *
 * No finite sample has an r² of exactly 0, and the sum over many lags would grow with their number. What could be chance
 * counts as 0, and all else in full, as in the program of Dambre et al. 2012 (Information processing capacity of dynamical
 * systems; their capacities.py lies in StefanIacob/DDN-public): a perfect read-out stays 1, where a quantile that is taken away
 * from every r² would bias what is true. The threshold is theirs, 2t/T with T the numbers that are scored, the factor 2 for
 * numbers that are not quite independent of each other, but with P(χ² ≥ t) = 1e-4 and not 1e-3, and one degree of freedom and
 * not one for each unit: they score what the read-out was fitted to, and here none of these numbers counts. So a delay
 * line of n units has n, a network without memory 0, and one that forgets slowly loses the lags of r² below some hundredths.
 *
 * @param layer whose h is read, from 0; of at most `MOST_CAPACITY_UNITS` units
 * @param column of the noise that is asked for, from 0
 * @param seed whole number from 0 to 2^32 - 1
 */
export function capacity(
  net: InsideNet,
  noise: Noise,
  layer: number,
  column: number,
  seed: number,
): Capacity {
  return toTheEnd(capacityInPieces(net, noise, layer, column, seed))
}

/** The same in pieces. */
export function* capacityInPieces(
  net: InsideNet,
  noise: Noise,
  layer: number,
  column: number,
  seed: number,
): Generator<void, Capacity> {
  const { hiddenUnits: units } = net.network
  const random = mersenneTwister(seed)
  const half = Math.max(HALF.least, HALF.perUnit * units)
  const lags = Math.max(
    units + LAGS.beyondUnits,
    Math.min(LAGS.most, Math.max(LAGS.least, LAGS.perUnit * units)),
  )
  const inputs = drawn(noise, WASHOUT + 2 * half, random)
  const states = yield* statesOver(net, inputs, layer)
  const columns = noise.mean.length
  const rows = Float64Array.from({ length: 2 * half }, (_, i) => WASHOUT + i)
  const targets: Float64Array[] = Array.from({ length: lags }, (_, lag) =>
    rows.map((t) => inputs[(t - lag) * columns + column] as number),
  )
  const held = states.subarray(WASHOUT * units)
  const fits = yield* fitted(held, units, targets, half)
  const threshold = (2 * CHI_SQUARE) / half
  const perLag = Float64Array.from(fits, (said, lag) => {
    const score = squaredCorrelation(said, (targets[lag] as Float64Array).subarray(half))
    return score < threshold ? 0 : score
  })
  return { perLag, total: perLag.reduce((sum, value) => sum + value, 0), threshold }
}

function drawn({ mean, deviation }: Noise, timeSteps: number, random: RandomBits): Float64Array {
  const columns = mean.length
  return Float64Array.from({ length: timeSteps * columns }, (_, i) => {
    const of = i % columns
    // An even distribution of width √12 has the standard deviation 1.
    return (mean[of] as number) + (deviation[of] as number) * Math.sqrt(12) * (drawUnit(random) - 0.5)
  })
}

/** h of a layer after every time step, from a state of zeros: [time step, hidden]. */
function* statesOver(net: InsideNet, inputs: Float64Array, layer: number): Generator<void, Float64Array> {
  const { hiddenUnits: units, inputs: columns, cell, layers } = net.network
  const timeSteps = inputs.length / columns
  const found = new Float64Array(timeSteps * units)
  const zeros = () => ({ h: new Float64Array(units), ...(cell === 'lstm' && { c: new Float64Array(units) }) })
  let states: readonly LayerState[] = Array.from({ length: layers }, zeros)
  for (let from = 0; from < timeSteps; from += CHUNK) {
    const to = Math.min(timeSteps, from + CHUNK)
    const pass = yield* passInPieces(net, inputs.subarray(from * columns, to * columns), states)
    found.set(pass.layers[layer]?.states.h.subarray(units) ?? [], from * units)
    states = pass.layers.map(({ states: { h, c } }) => ({
      h: h.subarray(-units),
      ...(c && { c: c.subarray(-units) }),
    }))
    yield
  }
  return found
}

/** What linear read-outs that were fitted on the first half say of the second, one for each target. */
function* fitted(
  states: Float64Array,
  units: number,
  targets: readonly Float64Array[],
  half: number,
): Generator<void, readonly Float64Array[]> {
  const means = new Float64Array(units)
  for (let t = 0; t < half; t += 1)
    for (let i = 0; i < units; i += 1)
      means[i] = (means[i] as number) + (states[t * units + i] as number) / half
  const squares = new Float64Array(units)
  for (let t = 0; t < half; t += 1)
    for (let i = 0; i < units; i += 1)
      squares[i] =
        (squares[i] as number) + ((states[t * units + i] as number) - (means[i] as number)) ** 2 / half
  // A unit that stands still says nothing.
  const scales = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0))
  const centre = targets.map(
    (target) => target.subarray(0, half).reduce((sum, value) => sum + value, 0) / half,
  )
  const solver = leastSquares(units, targets.length)
  const row = new Float64Array(units + targets.length)
  const unitsAt = (t: number) => {
    for (let i = 0; i < units; i += 1)
      row[i] = ((states[t * units + i] as number) - (means[i] as number)) * (scales[i] as number)
  }
  for (let t = 0; t < half; t += 1) {
    unitsAt(t)
    for (const [k, target] of targets.entries())
      row[units + k] = (target[t] as number) - (centre[k] as number)
    solver.add(row)
    if (t % 64 === 63) yield
  }
  const solutions = solver.solve()
  const said = targets.map(() => new Float64Array(half))
  for (let t = 0; t < half; t += 1) {
    unitsAt(half + t)
    for (const [k, { weights }] of solutions.entries()) {
      let sum = 0
      for (let i = 0; i < units; i += 1) sum += (weights[i] as number) * (row[i] as number)
      ;(said[k] as Float64Array)[t] = sum
    }
    if (t % 64 === 63) yield
  }
  return said
}

/** The square of Pearson's correlation; 0 where one of the two stands still. */
function squaredCorrelation(a: Float64Array, b: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  let [aa, bb, ab] = [0, 0, 0]
  for (let t = 0; t < a.length; t += 1) {
    const [x, y] = [(a[t] as number) - meanA, (b[t] as number) - meanB]
    aa += x * x
    bb += y * y
    ab += x * y
  }
  return aa > 0 && bb > 0 ? ab ** 2 / (aa * bb) : 0
}
