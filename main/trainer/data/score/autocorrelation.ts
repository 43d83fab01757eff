import type { Autocorrelation } from '@contract/data/scores'
import { atOnce } from '../../pieces'
import { fourier } from './fourier'

/** 95 % of a normal distribution lie within so many standard deviations. */
const NORMAL_95 = 1.96
const LEAST_SIZE = 1024
/** Below this share of the values' own size, what they differ by is rounding. */
const ROUNDING = 1e-14

/**
 * The autocorrelation of a series, NaN where a value is missing: r(k) = Σ d(t)·d(t+k) / Σ d(t)², where d is the distance
 * from the mean of the known values, and 0 where a value is missing. That is statsmodels' `acf(values, nlags=lags,
 * adjusted=False, fft=True, missing='conservative')`, the biased estimator. Time is counted in rows: jumps are not noticed.
 *
 * @param lags the greatest lag, from 0; no more than the series has rows, less one, are told
 * @returns null where fewer than two values are known, or all are equal
 */
export function autocorrelation(values: Float64Array, lags: number): Autocorrelation | null {
  return atOnce(autocorrelationInPieces(values, lags))
}

/** The same in pieces, one for each transform. */
export function* autocorrelationInPieces(
  values: Float64Array,
  lags: number,
): Generator<void, Autocorrelation | null> {
  const { mean, count, greatest } = known(values)
  if (count < 2) return null
  const sums = yield* laggedProducts(values, mean, Math.min(lags, values.length - 1))
  const [variance = 0] = sums
  if (Math.sqrt(variance / count) <= ROUNDING * greatest) return null
  return { values: sums.map((sum) => sum / variance), count, band: NORMAL_95 / Math.sqrt(count) }
}

function known(values: Float64Array): { mean: number; count: number; greatest: number } {
  let [sum, count, greatest] = [0, 0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value
    count += 1
    greatest = Math.max(greatest, Math.abs(value))
  }
  return { mean: sum / count, count, greatest }
}

/**
 * Σ d(t)·d(t+k) for each lag k. Piece by piece, each correlated with itself and the rows after it: the transforms stay in
 * the processor's cache and take no memory to speak of, however long the series is.
 */
function* laggedProducts(values: Float64Array, mean: number, lags: number): Generator<void, Float64Array> {
  const wanted = Math.min(4 * (lags + 1), values.length + lags)
  const { size, forward } = fourier(Math.max(LEAST_SIZE, 2 ** Math.ceil(Math.log2(wanted))))
  yield
  const piece = size - lags
  const [re, im] = [new Float64Array(size), new Float64Array(size)]
  const [sumRe, sumIm] = [new Float64Array(size), new Float64Array(size)]
  for (let start = 0; start < values.length; start += piece) {
    // The piece in the real part and what it meets in the imaginary one: one transform is that of both.
    for (let k = 0; k < size; k += 1) {
      const value = start + k < values.length ? (values[start + k] as number) - mean : 0
      im[k] = Number.isNaN(value) ? 0 : value
      re[k] = k < piece ? (im[k] as number) : 0
    }
    forward(re, im)
    for (let k = 0; k < size; k += 1) {
      const mirror = (size - k) % size
      const [x, y, u, v] = [re[k], im[k], re[mirror], im[mirror]] as [number, number, number, number]
      const [pieceRe, pieceIm] = [(x + u) / 2, (y - v) / 2]
      const [metRe, metIm] = [(y + v) / 2, (u - x) / 2]
      // The spectrum of the correlation: the conjugate of the piece's by that of what it meets.
      sumRe[k] = (sumRe[k] as number) + pieceRe * metRe + pieceIm * metIm
      sumIm[k] = (sumIm[k] as number) + pieceRe * metIm - pieceIm * metRe
    }
    yield
  }
  // Back again: the transform of the conjugate, whose imaginary part vanishes.
  forward(
    sumRe,
    sumIm.map((value) => -value),
  )
  return sumRe.slice(0, lags + 1).map((value) => value / size)
}
