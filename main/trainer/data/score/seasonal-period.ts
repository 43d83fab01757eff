import { atOnce } from '../../pieces'
import { autocorrelationInPieces } from './autocorrelation'

/** No longer season is looked for, in rows. */
const LONGEST = 2500
/** A peak stands out of the valleys on both sides by so much, or by so many standard errors of noise if that is more. */
const LEAST_RISE = 0.1
const RISE_ERRORS = 4
const NORMAL_95 = 1.96
/** A peak is this high, or so many standard errors: of the many lags of a long series, some are above a band of 95 %. */
const HIGH = 0.3
const FAR = 4
/** Two seasons later the series is like itself again, at least to this share of the peak. */
const AGAIN = 0.4
/** The first peak that is nearly as high as the highest is the season; the others are seasons of seasons. */
const NEARLY = 0.8

/**
 * The season of a series in rows, or null. From the autocorrelation r of the series less its straight line (least squares),
 * a season m is a peak of r that
 * - comes after r has fallen, and stands out of the valleys on both sides by 0.1 and four standard errors of noise, 4/√n;
 * - is above the 95 % band of Bartlett (1946), 1.96·√((1 + 2·Σ r(j)², j < m)/n), which is wide for a random walk, and is 0.3
 *   high or beyond four standard errors;
 * - comes again at 2m (a tenth of m earlier or later) with four tenths of its height;
 * - is no longer than a third of the series, nor than 2500 rows.
 * Of several, the first that is at least 0.8 of the highest; as r loses k/n of its height by lag k, which draws the top of a
 * flat peak to the left, its place is that of the top of r(k)/(1 − k/n). Of 1000 random walks none had a season by this
 * rule, of white noise at most one in a hundred, whatever the length; a pure wave of three rows or more has one from five waves on.
 */
export function seasonalPeriod(values: Float64Array): number | null {
  return atOnce(seasonalPeriodInPieces(values))
}

/** The same in pieces, for whoever has other things to do between them. */
export function* seasonalPeriodInPieces(values: Float64Array): Generator<void, number | null> {
  const longest = Math.min(Math.floor(values.length / 3), LONGEST)
  if (longest < 2) return null
  const apart = withoutLine(values)
  yield
  const found = yield* autocorrelationInPieces(apart, 2 * longest + Math.ceil(longest / 5))
  if (!found) return null
  const { values: r, count } = found
  const errors = bartlett(r, count)
  const peaks = peaksOf(r, Math.max(LEAST_RISE, RISE_ERRORS / Math.sqrt(count))).filter((m) => {
    const [height, error] = [r[m] as number, errors[m] as number]
    const near = Math.max(1, Math.floor(m / 10))
    const again = Math.max(...r.subarray(2 * m - near, 2 * m + near + 1))
    if (m > longest || height <= NORMAL_95 * error) return false
    return (height >= HIGH || height > FAR * error) && again >= AGAIN * height
  })
  const highest = Math.max(...peaks.map((m) => r[m] as number))
  const season = peaks.find((m) => (r[m] as number) >= NEARLY * highest)
  return season === undefined ? null : topFrom(season, r, values.length)
}

/** The top of the same peak after what it loses by its lag is given back: uphill from there. */
function topFrom(lag: number, r: Float64Array, rows: number): number {
  const whole = (k: number) => (r[k] as number) / (1 - k / rows)
  let top = lag
  while (top + 1 < r.length && whole(top + 1) > whole(top)) top += 1
  return top
}

/** Lags at which r is highest between two valleys that are lower by at least `rise`. */
function peaksOf(r: Float64Array, rise: number): number[] {
  const peaks: number[] = []
  let low = 1
  let top: number | null = null
  for (let k = 1; k < r.length; k += 1) {
    const value = r[k] as number
    if (top === null) {
      low = Math.min(low, value)
      if (value - low >= rise) top = k
    } else if (value > (r[top] as number)) top = k
    else if ((r[top] as number) - value >= rise) {
      peaks.push(top)
      top = null
      low = value
    }
  }
  return peaks
}

/** The standard error of r at each lag, were all that is farther apart unlike. */
function bartlett(r: Float64Array, count: number): Float64Array {
  let sum = 0
  return r.map((value, lag) => {
    const error = Math.sqrt((1 + 2 * sum) / count)
    if (lag > 0) sum += value * value
    return error
  })
}

/** The distance of each value from the straight line through all of them. */
function withoutLine(values: Float64Array): Float64Array {
  let [count, rows, sum] = [0, 0, 0]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    count += 1
    rows += row
    sum += value
  }
  const [middle, mean] = [rows / count, sum / count]
  let [covariance, variance] = [0, 0]
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    covariance += (row - middle) * (value - mean)
    variance += (row - middle) ** 2
  }
  const slope = variance > 0 ? covariance / variance : 0
  const apart = new Float64Array(values.length)
  for (let row = 0; row < values.length; row += 1)
    apart[row] = (values[row] as number) - mean - slope * (row - middle)
  return apart
}
