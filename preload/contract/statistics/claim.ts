import { type Improvement, probabilityOfImprovement } from './improvement'
import { failuresAmong } from './outcomes'
import { type SignedRank, signedRankTest } from './signed-rank'

/** With fewer runs on a side nothing is claimed. */
export const FEWEST_RUNS = 10
/** A test decides where what it found has at most this probability without any difference. */
const LEVEL = 0.05

/** Runs that differ in nothing but their seeds. */
export type Group = {
  /** The shapes of all weights, in their order: equal seeds draw equal initial weights only where these are the same. */
  readonly shapes: readonly (readonly number[])[]
  /** A loss that is not finite is that of a run that diverged. A seed is there once: a run that is made again is the same run. */
  readonly runs: readonly { readonly seed: number; readonly loss: number }[]
}

/** How many runs a group has, and how many of them diverged. */
export type GroupFacts = { readonly n: number; readonly failures: number }

/** Which group has the lower losses, or `open` where the runs do not decide it: which is not to say that both are equal. */
export type Verdict = 'first-lower' | 'second-lower' | 'open'

/** What may be said when the losses of two groups are compared. */
export type Claim =
  | { readonly kind: 'too-few'; readonly first: GroupFacts; readonly second: GroupFacts }
  | {
      /** The same seeds, and weights of the same shapes: runs are compared that began at the same weights. */
      readonly kind: 'paired'
      readonly verdict: Verdict
      readonly first: GroupFacts
      readonly second: GroupFacts
      readonly test: SignedRank
    }
  | {
      readonly kind: 'unpaired'
      /** Why no two runs make a pair: equal seeds are other weights, or the seeds are not the same. */
      readonly why: 'shapes' | 'seeds'
      readonly verdict: Verdict
      readonly first: GroupFacts
      readonly second: GroupFacts
      readonly improvement: Improvement
    }

/**
 * What may be said of two groups of runs. Nothing where one has fewer than 10. Runs that make pairs by their seeds are compared
 * by the Wilcoxon signed-rank test, at the 5 % level; others by the probability of improvement, of which the 95 % interval
 * decides when it is all on one side of one half. Nothing is corrected for how many comparisons are made.
 *
 * @throws RangeError where a group has a seed twice
 */
export function claimOf(first: Group, second: Group): Claim {
  const [losses, otherLosses] = [lossBySeed(first), lossBySeed(second)]
  const groups = { first: factsOf(losses), second: factsOf(otherLosses) }
  if (Math.min(groups.first.n, groups.second.n) < FEWEST_RUNS) return { kind: 'too-few', ...groups }
  const seeds = [...losses.keys()]
  const sameSeeds = seeds.length === otherLosses.size && seeds.every((seed) => otherLosses.has(seed))
  if (sameSeeds && haveSameShapes(first, second)) {
    const test = signedRankTest(
      seeds.map((seed) => losses.get(seed) as number),
      seeds.map((seed) => otherLosses.get(seed) as number),
    )
    const verdict = test.p > LEVEL ? 'open' : test.rankBiserial > 0 ? 'first-lower' : 'second-lower'
    return { kind: 'paired', verdict, ...groups, test }
  }
  const improvement = probabilityOfImprovement([...losses.values()], [...otherLosses.values()])
  const { low, high } = improvement
  const verdict = low > 0.5 ? 'first-lower' : high < 0.5 ? 'second-lower' : 'open'
  return { kind: 'unpaired', why: sameSeeds ? 'shapes' : 'seeds', verdict, ...groups, improvement }
}

function lossBySeed({ runs }: Group): Map<number, number> {
  const losses = new Map(runs.map(({ seed, loss }) => [seed, loss]))
  if (losses.size < runs.length) throw new RangeError('claimOf expected every seed once in a group')
  return losses
}

function factsOf(losses: ReadonlyMap<number, number>): GroupFacts {
  return { n: losses.size, failures: failuresAmong([...losses.values()]) }
}

function haveSameShapes(first: Group, second: Group): boolean {
  return JSON.stringify(first.shapes) === JSON.stringify(second.shapes)
}
