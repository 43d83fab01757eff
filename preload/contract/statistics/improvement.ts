import { bootstrapInterval, type Interval } from './bootstrap'
import { outcomeOf, sortedOutcomes } from './outcomes'

/** How probable it is that a run of the first group is better than one of the second. */
export type Improvement = {
  /** From 0 to 1; 0.5 where neither is better. */
  readonly value: number
} & Interval

/**
 * The probability of improvement P(X < Y) (Agarwal et al. 2021): how often a run of the first group has the lower loss, over
 * all pairs of one of each, where equal ones count one half. That is the statistic of Mann and Whitney (1947) over the number
 * of pairs, with a 95 % bootstrap interval that draws from both groups. Runs that diverged are worse than all others, and
 * equal to each other.
 *
 * @throws RangeError where a group has no run
 */
export function probabilityOfImprovement(first: ArrayLike<number>, second: ArrayLike<number>): Improvement {
  if (first.length === 0 || second.length === 0)
    throw new RangeError('probabilityOfImprovement expected at least one loss of each group')
  const [ofFirst, ofSecond] = [Array.from(first, outcomeOf), Array.from(second, outcomeOf)]
  // Only the order of the losses counts: each is a place among all different ones.
  const levels = new Map(
    [...new Set(sortedOutcomes([...ofFirst, ...ofSecond]))].map((loss, at) => [loss, at]),
  )
  const placesOf = (losses: readonly number[]) =>
    Uint32Array.from(losses, (loss) => levels.get(loss) as number)
  const [places, otherPlaces] = [placesOf(ofFirst), placesOf(ofSecond)]
  const [counts, otherCounts] = [new Uint32Array(levels.size), new Uint32Array(levels.size)]

  const shareLower = (drawn: Uint32Array, otherDrawn: Uint32Array): number => {
    countPlaces(counts, places, drawn)
    countPlaces(otherCounts, otherPlaces, otherDrawn)
    let [better, lower] = [0, 0]
    for (let level = 0; level < counts.length; level += 1) {
      const here = counts[level] as number
      better += (otherCounts[level] as number) * (lower + here / 2)
      lower += here
    }
    return better / (places.length * otherPlaces.length)
  }

  const once = (places: Uint32Array) => new Uint32Array(places.length).fill(1)
  return {
    value: shareLower(once(places), once(otherPlaces)),
    ...bootstrapInterval([places.length, otherPlaces.length], ([drawn, otherDrawn]) =>
      shareLower(drawn as Uint32Array, otherDrawn as Uint32Array),
    ),
  }
}

function countPlaces(counts: Uint32Array, places: Uint32Array, drawn: Uint32Array): void {
  counts.fill(0)
  for (let run = 0; run < places.length; run += 1) {
    const place = places[run] as number
    counts[place] = (counts[place] as number) + (drawn[run] as number)
  }
}
