import { quantileOfSorted } from './quantile'

/** What lies between some runs at each update: quantiles of their losses, a line for each. */
export type Band = {
  /** Runs of which it is made, the same at every update. */
  readonly n: number
  /** As many as each line has numbers. */
  readonly updates: number
  /** By share, as they were asked for, and update; infinite where too many runs have diverged. */
  readonly lines: readonly Float64Array[]
  /** How many of the runs have diverged, by update: it never falls. */
  readonly failures: Uint32Array
}

/**
 * The band of some runs, by update.
 *
 * A run diverges at its first loss that is not finite, and counts as an infinite loss from that update on, however short
 * its record is. The band ends where n would drop: with the shortest of the runs that did not diverge. While runs are
 * being made it therefore grows with the slowest; one that has not begun is to be left out. Where all have diverged it ends
 * with the longest.
 *
 * @param runs the loss of each run after each of its updates, from the first
 * @param shares from 0 to 1, one for each line
 */
export function bandOf(runs: readonly Float32Array[], shares: readonly number[] = [0.05, 0.5, 0.95]): Band {
  const breaks = runs.map(breakOf)
  const sound = runs.filter((run, at) => breaks[at] === run.length)
  const lengths = (sound.length > 0 ? sound : runs).map(({ length }) => length)
  const updates = runs.length === 0 ? 0 : sound.length > 0 ? Math.min(...lengths) : Math.max(...lengths)
  const lines = shares.map(() => new Float64Array(updates))
  const failures = new Uint32Array(updates)
  const outcomes = new Float64Array(runs.length)
  for (let update = 0; update < updates; update += 1) {
    let failed = 0
    for (let at = 0; at < runs.length; at += 1) {
      const broken = update >= (breaks[at] as number)
      if (broken) failed += 1
      outcomes[at] = broken ? Number.POSITIVE_INFINITY : (runs[at]?.[update] as number)
    }
    outcomes.sort()
    failures[update] = failed
    for (let line = 0; line < shares.length; line += 1)
      (lines[line] as Float64Array)[update] = quantileOfSorted(outcomes, shares[line] as number)
  }
  return { n: runs.length, updates, lines, failures }
}

/** The index of the first loss that is not finite; the length of a run that has none. */
function breakOf(losses: Float32Array): number {
  const at = losses.findIndex((loss) => !Number.isFinite(loss))
  return at < 0 ? losses.length : at
}
