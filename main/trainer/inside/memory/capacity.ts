import { leastSquares } from '../../data/score/rivals/least-squares'
import { mersenneTwister, type RandomBits } from '../../random/mersenne-twister'
import { drawUnit } from '../../random/numpy-uniform'
import type { InsideNet } from '../net/inside-net'
import { toTheEnd } from '../net/work'
import { type LayerState, passInPieces } from '../pass/pass'

/** Of larger layers the read-outs would take too long to fit. */
export const MOST_CAPACITY_UNITS = 256
/** Time steps that are run through before anything counts. */
const WASHOUT = 200
/** Time steps of each half: at least so many, and so many for each unit. */
const HALF = { least: 1000, perUnit: 4 }
/** Lags that are asked for: so many for each unit, within these. */
const LAGS = { perUnit: 2, least: 40, most: 120 }
/** Read-outs that are fitted to shuffled numbers, and what part of them a true one has to surpass. */
const SHUFFLED = 40
const QUANTILE = 0.95
/** Time steps of a pass: the states of all at once would take much memory. */
const CHUNK = 200

/** The noise that goes in: even, of a mean and a standard deviation for each column; a column of deviation 0 stands still. */
export type Noise = { readonly mean: Float64Array; readonly deviation: Float64Array }

/** How well each of the last numbers can be read out of a hidden state. */
export type Capacity = {
  /** What r² surpasses chance by, as a share of what it could: [lag], from 0. */
  readonly perLag: Float64Array
  readonly total: number
  /** The 0.95-quantile of r² for shuffled numbers. */
  readonly chance: number
}

/**
 * Memory capacity (Jaeger 2001, Short term memory in echo state networks): Σ_k r²(u_{t−k}, ŵ_k·h_t) on white noise u, with a
 * linear read-out ŵ_k for each lag k. Read-outs are fitted by least squares on one half and scored on the other, and
 * what those of shuffled numbers reach is taken away: (r² − q) / (1 − q), no less than 0, so that a perfect one stays 1.
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
  const lags = Math.min(LAGS.most, Math.max(LAGS.least, LAGS.perUnit * units))
  const inputs = drawn(noise, WASHOUT + 2 * half, random)
  const states = yield* statesOver(net, inputs, layer)
  const columns = noise.mean.length
  const rows = Float64Array.from({ length: 2 * half }, (_, i) => WASHOUT + i)
  const asked: Float64Array[] = Array.from({ length: lags }, (_, lag) =>
    rows.map((t) => inputs[(t - lag) * columns + column] as number),
  )
  const targets = [
    ...asked,
    ...Array.from({ length: SHUFFLED }, () => shuffled(asked[0] as Float64Array, random)),
  ]
  const held = states.subarray(WASHOUT * units)
  const fits = yield* fitted(held, units, targets, half)
  const scores = fits.map((said, i) => squaredCorrelation(said, (targets[i] as Float64Array).subarray(half)))
  const byChance = Float64Array.from(scores.slice(lags)).sort()
  const chance = byChance[Math.ceil(QUANTILE * SHUFFLED) - 1] as number
  const perLag = Float64Array.from(scores.slice(0, lags), (score) =>
    Math.max(0, (score - chance) / (1 - chance)),
  )
  return { perLag, total: perLag.reduce((sum, value) => sum + value, 0), chance }
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

/** The same numbers in another order (Fisher and Yates). */
function shuffled(values: Float64Array, random: RandomBits): Float64Array {
  const result = values.slice()
  for (let i = result.length - 1; i > 0; i -= 1) {
    const other = Math.floor(drawUnit(random) * (i + 1))
    ;[result[i], result[other]] = [result[other] as number, result[i] as number]
  }
  return result
}
