import jStat from 'jstat'
import { outcomeOf } from './outcomes'
import { ranksOf } from './ranks'
import { signedRankTail } from './signed-rank-distribution'

/** Up to so many pairs the distribution is exact, as in scipy. */
const MOST_EXACT = 50

/** What the Wilcoxon signed-rank test says of pairs of runs. */
export type SignedRank = {
  /** Pairs, all. */
  readonly n: number
  /** Pairs in which the first has the lower loss, and in which the second has. The rest are equal. */
  readonly firstLower: number
  readonly secondLower: number
  /** The probability of ranks that are at least so one-sided if there is no difference; two-sided. 1 where all pairs are equal. */
  readonly p: number
  /** `exact`: by counting. `normal`: by the normal approximation, with corrections for ties and continuity. */
  readonly method: 'exact' | 'normal'
  /**
   * Matched-pairs rank-biserial correlation (Kerby 2014): the ranks of the pairs in which the first has the lower loss less
   * those of the others, as a share of all. From −1, the second in every pair, to 1, the first in every pair; 0 where all are equal.
   */
  readonly rankBiserial: number
}

/**
 * The two-sided Wilcoxon signed-rank test (Wilcoxon 1945) of pairs of losses, one of each pair at the same index. Equal pairs
 * are left out of the ranks: `scipy.stats.wilcoxon(first, second, zero_method='wilcox')`, with `method='exact'` for 50 pairs
 * at most without equal ones and without ties, else `method='asymptotic', correction=True`.
 *
 * A run that diverged is worse than any that did not, by a difference that ranks above all finite ones; two that diverged
 * are equal.
 *
 * @throws RangeError where there are not as many of both
 */
export function signedRankTest(first: ArrayLike<number>, second: ArrayLike<number>): SignedRank {
  const n = first.length
  if (second.length !== n)
    throw new RangeError(`signedRankTest expected ${n} losses of the second, found ${second.length}`)
  const gains = Float64Array.from({ length: n }, (_, i) => gain(first[i] as number, second[i] as number))
  const unequal = gains.filter((by) => by !== 0)
  const firstLower = unequal.filter((by) => by > 0).length
  const { ranks, ties } = ranksOf(unequal.map(Math.abs))
  let [forFirst, forSecond] = [0, 0]
  unequal.forEach((by, i) => {
    if (by > 0) forFirst += ranks[i] as number
    else forSecond += ranks[i] as number
  })
  const exact = n <= MOST_EXACT && ties.length === 0 && unequal.length === n
  const sum = forFirst + forSecond
  return {
    n,
    firstLower,
    secondLower: unequal.length - firstLower,
    p:
      unequal.length === 0
        ? 1
        : exact
          ? Math.min(1, 2 * signedRankTail(n, Math.max(forFirst, forSecond)))
          : normalTwoSided(forFirst, unequal.length, ties),
    method: exact || unequal.length === 0 ? 'exact' : 'normal',
    rankBiserial: sum === 0 ? 0 : (forFirst - forSecond) / sum,
  }
}

/** By how much the first is better; 0 where both have diverged. */
function gain(first: number, second: number): number {
  const [one, other] = [outcomeOf(first), outcomeOf(second)]
  return one === other ? 0 : other - one
}

/** The p-value of a sum of signed ranks by the normal distribution; the variance is smaller with ties. */
function normalTwoSided(sum: number, n: number, ties: readonly number[]): number {
  const mean = (n * (n + 1)) / 4
  const tied = ties.reduce((all, count) => all + (count ** 3 - count), 0)
  const variance = (n * (n + 1) * (2 * n + 1) - tied / 2) / 24
  // A sum goes in steps of 1: half a step towards the mean makes up for that. It is never less than that away, if at all.
  const z = Math.max(0, Math.abs(sum - mean) - 0.5) / Math.sqrt(variance)
  // P(|Z| > z) of the standard normal distribution.
  return Math.max(0, jStat.erfc(z / Math.SQRT2))
}
