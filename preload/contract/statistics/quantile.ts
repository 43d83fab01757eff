import { outcomeOf, sortedOutcomes } from './outcomes'

/** What rounding may put a place beside a whole number by, as a share of it; R's `quantile` allows as much. */
const FUZZ = 4 * Number.EPSILON

/**
 * The number that a share of some numbers does not exceed, between two of them on a straight line: type 7 of Hyndman and Fan
 * (1996), which numpy, R and d3 use where nothing else is asked for. What lies between a number and infinity is infinite.
 *
 * @param sorted ascending and without NaN; infinite ones last
 * @param share from 0 to 1: 0.5 for the median
 * @returns NaN of no numbers
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const nearest = Math.round(place)
  if (Math.abs(place - nearest) <= FUZZ * nearest) return sorted[nearest] ?? Number.NaN
  const below = sorted[Math.floor(place)] ?? Number.NaN
  const above = sorted[Math.ceil(place)] ?? Number.NaN
  // Where both are infinite their difference is not a number.
  return above === Number.POSITIVE_INFINITY ? above : below + (above - below) * (place - Math.floor(place))
}

/**
 * The same of losses in any order, where a run that diverged counts as an infinite loss: with more than 5 % of failures the
 * 0.95-quantile is infinite.
 *
 * @param share from 0 to 1
 * @returns NaN of no losses
 */
export function quantile(losses: ArrayLike<number>, share: number): number {
  return quantileOfSorted(sortedOutcomes(losses), share)
}

/**
 * Where a loss stands among those of some runs: the share of them that are less, and half of those that are equal to it
 * (`scipy.stats.percentileofscore` with `kind='mean'`, over 100). All failures are equal.
 *
 * @param losses of all runs, the one that is asked about too if it is one of them
 * @returns from 0, less than all, to 1, more than all; NaN of no losses
 */
export function percentileAmong(losses: ArrayLike<number>, loss: number): number {
  const outcome = outcomeOf(loss)
  let [less, equal] = [0, 0]
  for (let i = 0; i < losses.length; i += 1) {
    const other = outcomeOf(losses[i] as number)
    if (other < outcome) less += 1
    else if (other === outcome) equal += 1
  }
  return (less + equal / 2) / losses.length
}
