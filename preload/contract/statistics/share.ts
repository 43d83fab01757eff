/** The 0.975-quantile of the standard normal distribution: 95 % lie within so many standard deviations of the mean. */
const Z = 1.959963984540054

/** A share of some runs, and between what it lies for all that could have been made: 95 %. */
export type Share = {
  readonly value: number
  readonly low: number
  readonly high: number
  /** Runs that have it, of n. */
  readonly count: number
  readonly n: number
}

/**
 * A share with its Wilson score interval (Wilson 1927), which stays within 0 and 1 and is as good for few runs and for
 * shares near 0 and 1 as for others: `scipy.stats.binomtest(count, n).proportion_ci(0.95, 'wilson')`.
 *
 * @param count runs that have it, whole, from 0 to n
 * @returns null where n is 0
 */
export function shareOf(count: number, n: number): Share | null {
  if (n === 0) return null
  const value = count / n
  const size = 1 + Z ** 2 / n
  const centre = (value + Z ** 2 / (2 * n)) / size
  const reach = (Z / size) * Math.sqrt((value * (1 - value)) / n + Z ** 2 / (4 * n ** 2))
  // Both ends are exact where all or none have it, and rounding would put them beside.
  const low = count === 0 ? 0 : centre - reach
  const high = count === n ? 1 : centre + reach
  return { value, low, high, count, n }
}
