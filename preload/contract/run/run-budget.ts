import type { RunId } from '../run-id'
import type { ListedRun } from './kept-run'

/**
 * Bytes that runs and the series that they learn may take on the disk before a person is asked which may go: 2 GB. A run of the
 * lesson takes some kilobytes, the largest there can be a quarter of a gigabyte, most of it its curves.
 */
export const RUN_BUDGET = 2_000_000_000

/** The least and the most that a person may choose, in bytes. */
export const BUDGET_LIMITS = { min: 100_000_000, max: 1_000_000_000_000 } as const

/** The longest name of a run, in characters. */
export const MAX_RUN_NAME = 80

/**
 * Characters that nobody sees and that change how the rest of a line stands: control characters, embeddings, overrides and
 * isolates of direction (Unicode's UAX #9). Joiners of emoji are none, and white space becomes a space.
 */
const UNSEEN = /(?!\s)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/** A name as a person means it, on one line; null where nothing is left of it, which is no name. */
export function runName(typed: string): string | null {
  const whole = typed.replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim()
  // A cut may go through an emoji, of which half is left.
  const name = whole
    .slice(0, MAX_RUN_NAME)
    .replaceAll(/\p{Cs}/gu, '')
    .trim()
  return name === '' ? null : name
}

/** Bytes that some runs take together. */
export function bytesOf(runs: readonly ListedRun[]): number {
  return runs.reduce((sum, { bytes }) => sum + bytes, 0)
}

/**
 * Runs that could go so that the others take no more than the budget: the oldest, as few as do, and never the present one. All
 * that may go where that is not enough.
 *
 * @param runs newest first
 */
export function couldGo(
  runs: readonly ListedRun[],
  budget: number,
  present: RunId | null,
): readonly ListedRun[] {
  const gone: ListedRun[] = []
  for (const run of runs.toReversed()) {
    if (bytesOf(runs) - bytesOf(gone) <= budget) break
    if (run.id !== present) gone.push(run)
  }
  return gone
}
