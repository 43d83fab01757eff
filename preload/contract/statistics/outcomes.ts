/**
 * The outcome of a run, a loss of which less is better. A run that diverged has a loss that is not a number any more. It is a
 * failure and no gap: it counts as an infinite loss, worse than any other, and as bad as any other failure.
 */
export function outcomeOf(loss: number): number {
  return Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY
}

/** The outcomes of some runs in ascending order: those that diverged, as infinite losses, last. */
export function sortedOutcomes(losses: ArrayLike<number>): Float64Array {
  return Float64Array.from(losses, outcomeOf).sort()
}

/** How many of some runs diverged. */
export function failuresAmong(losses: ArrayLike<number>): number {
  let failures = 0
  for (let i = 0; i < losses.length; i += 1) if (!Number.isFinite(losses[i])) failures += 1
  return failures
}
