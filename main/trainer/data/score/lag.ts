import type { Lag } from '@contract/data/scores'
import type { Range, Scored } from './scored'

/** At least so many shifts are tried, however near the horizon is. */
const LEAST_LAGS = 12
/** Of a long part the last rows are looked at, and so many products are made at most. */
const MOST_ROWS = 200_000
const MOST_PRODUCTS = 200_000_000
/** What the earlier value leaves unexplained of the predictions, by what the right one does: clearly less. */
const CLEARLY = 0.5

/**
 * Which earlier value of the target the predictions are most like: argmax over k of corr(ŷ(t), y(t−k)), for k from 0 to
 * 2·horizon + 10 and at least 12, over pairs of known numbers between which time does not jump.
 *
 * `delayed` is said where that k is the horizon itself, which is more than 0, and y(t−k) leaves at most half as much of the
 * predictions' variance unexplained as y(t) does: 1 − r(k)² ≤ ½·(1 − r(0)²). The best prediction of a random walk is
 * delayed, and so is every rule that hands on the last value.
 *
 * @param targets the whole column; the part's first rows are compared with rows before the part
 * @param predictions of the part's rows, NaN where there is none
 */
export function lagOf(
  { horizon, gaps }: Pick<Scored, 'horizon' | 'gaps'>,
  targets: Float64Array,
  [from, to]: Range,
  predictions: Float64Array,
): Lag | null {
  const lags = Math.max(LEAST_LAGS, 2 * horizon + 10)
  const rows = Math.min(to - from, MOST_ROWS, Math.max(1000, Math.floor(MOST_PRODUCTS / lags)))
  const said = predictions.subarray(predictions.length - rows)
  const starts = stretchStarts(gaps, to - rows, to)
  let best = { lag: 0, correlation: Number.NaN }
  let inTime = Number.NaN
  for (let lag = 0; lag <= lags; lag += 1) {
    const correlation = correlationAt(said, targets, to - rows, lag, starts)
    if (lag === 0) inTime = correlation
    if (correlation > best.correlation || Number.isNaN(best.correlation)) best = { lag, correlation }
  }
  if (Number.isNaN(inTime) || Number.isNaN(best.correlation)) return null
  const unexplained = 1 - best.correlation ** 2
  const delayed = horizon > 0 && best.lag === horizon && unexplained <= CLEARLY * (1 - inTime ** 2)
  return { best: best.lag, correlation: best.correlation, correlationInTime: inTime, delayed }
}

/** For each row of a range, the first row that no jump of time parts from it. */
function stretchStarts(gaps: readonly number[], from: number, to: number): Int32Array {
  const starts = new Int32Array(to - from)
  let gap = 0
  let start = 0
  for (let row = from; row < to; row += 1) {
    for (let jump = gaps[gap]; jump !== undefined && jump < row; jump = gaps[gap]) {
      start = jump + 1
      gap += 1
    }
    starts[row - from] = start
  }
  return starts
}

/** Pearson's correlation of said[i] with targets[from + i − lag]; NaN for fewer than three pairs, or without variance. */
function correlationAt(
  said: Float64Array,
  targets: Float64Array,
  from: number,
  lag: number,
  starts: Int32Array,
): number {
  // Welford's way (1962): means and sums that move with each pair, so that a level far from 0 costs no digits.
  let [count, meanX, meanY, xx, yy, xy] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < said.length; i += 1) {
    const row = from + i - lag
    if (row < (starts[i] as number)) continue
    const x = said[i] as number
    const y = targets[row] as number
    if (Number.isNaN(x) || Number.isNaN(y)) continue
    count += 1
    const dx = x - meanX
    const dy = y - meanY
    meanX += dx / count
    meanY += dy / count
    xx += dx * (x - meanX)
    yy += dy * (y - meanY)
    xy += dx * (y - meanY)
  }
  if (count < 3 || xx === 0 || yy === 0) return Number.NaN
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}
