import { bootstrapInterval, type Interval } from './bootstrap'
import { failuresAmong, sortedOutcomes } from './outcomes'

/** The mean of the middle half of some runs, or why there is none. */
export type InterquartileMean = {
  readonly n: number
  /** How many of them diverged. */
  readonly failures: number
  /** How many may have diverged for there to be a mean: a quarter of them, in whole runs. */
  readonly mostFailures: number
} & (
  | ({
      readonly value: number
    } & Interval)
  | { readonly value: null; readonly why: 'no-runs' | 'failures' }
)

/**
 * The interquartile mean of losses with its 95 % bootstrap interval, as Agarwal et al. (2021, "Deep reinforcement learning at the
 * edge of the statistical precipice") recommend for few runs: the mean without the lowest and the highest quarter, each
 * rounded down to whole runs. That is `scipy.stats.trim_mean(losses, 0.25)`, which their library uses.
 *
 * A run that diverged belongs to the highest losses. When more than a quarter did, the middle half includes one and has no
 * mean. An upper end that is infinite says that this is so in more than 2.5 % of the resamples.
 */
export function interquartileMean(losses: ArrayLike<number>): InterquartileMean {
  const sorted = sortedOutcomes(losses)
  const n = sorted.length
  const facts = { n, failures: failuresAmong(losses), mostFailures: Math.floor(n / 4) }
  if (n === 0) return { ...facts, value: null, why: 'no-runs' }
  if (facts.failures > facts.mostFailures) return { ...facts, value: null, why: 'failures' }
  const interval = bootstrapInterval([n], ([drawn]) => middleMean(sorted, drawn as Uint32Array))
  return { ...facts, value: middleMean(sorted, new Uint32Array(n).fill(1)), ...interval }
}

/**
 * The mean of the middle half of numbers that are there several times, or not at all.
 *
 * @param sorted ascending
 * @param times how often each is there; as many in all as there are numbers
 */
function middleMean(sorted: Float64Array, times: Uint32Array): number {
  const cut = Math.floor(sorted.length / 4)
  const end = sorted.length - cut
  let sum = 0
  for (let at = 0, seen = 0; seen < end; at += 1) {
    const next = seen + (times[at] as number)
    const within = Math.min(next, end) - Math.max(seen, cut)
    // An infinite loss that is not there must not make a sum that is not a number.
    if (within > 0) sum += within * (sorted[at] as number)
    seen = next
  }
  return sum / (end - cut)
}
