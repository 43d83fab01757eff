import { countedDraw } from '../counted-draw'
import { quantileOfSorted } from './quantile'

/** How often runs are drawn again for an interval. */
const RESAMPLES = 2_000

/** Between what a statistic lies in 95 of 100 resamples; infinite where failures decide it. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * The 95 % percentile bootstrap interval (Efron 1979) of a statistic: 2,000 times as many runs as there are of each group are
 * drawn out of it, with replacement, and the interval has all of the statistic's values but the 2.5 % at either end. The draws
 * follow from the seed alone, so that the same runs have the same interval everywhere.
 *
 * @param sizes runs in each group, at least one
 * @param statistic of a resample: told, for each group, how often each of its runs was drawn. The arrays are used again.
 * @param seed whole number from 0 to 2^32 - 1
 */
export function bootstrapInterval(
  sizes: readonly number[],
  statistic: (drawn: readonly Uint32Array[]) => number,
  seed = 0,
): Interval {
  const drawn = sizes.map((size) => new Uint32Array(size))
  const values = new Float64Array(RESAMPLES)
  let draws = 0
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    for (const counts of drawn) {
      counts.fill(0)
      for (let i = 0; i < counts.length; i += 1) {
        const run = countedDraw(seed, draws++, counts.length)
        counts[run] = (counts[run] as number) + 1
      }
    }
    values[resample] = statistic(drawn)
  }
  values.sort()
  return { low: quantileOfSorted(values, 0.025), high: quantileOfSorted(values, 0.975) }
}
