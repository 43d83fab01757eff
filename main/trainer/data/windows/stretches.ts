import type { PartRange } from '@contract/data/parts'

/*
 * A pair is what the network sees at one row and what it must say of the row `horizon` later; it is known by the row of
 * its inputs. A pair is of the part that its target lies in, so that nothing is trained on a target of another part.
 */

/** Consecutive pairs, by the rows of their inputs: from `from` up to, not including, `to`. */
export type Stretch = PartRange

/**
 * The longest stretches of pairs whose targets lie in a part: a stretch ends where an input is missing, and where time
 * jumps between two of its rows or on the way to a target.
 *
 * @param inputs columns of the inputs
 * @param gaps rows after which time jumps, in order
 */
export function stretchesOf(
  part: PartRange,
  inputs: readonly Float64Array[],
  gaps: readonly number[],
  horizon: number,
): readonly Stretch[] {
  const from = Math.max(0, part.from - horizon)
  const to = part.to - horizon
  const found: Stretch[] = []
  let start = from
  /** The pairs before `end` are whole; the next that may be is `next`. */
  const cut = (end: number, next: number) => {
    if (end > start) found.push({ from: start, to: end })
    start = Math.max(start, next)
  }
  // A jump after row g parts the rows, and the pairs whose inputs are within the horizon before it have no target.
  let gap = firstAtLeast(gaps, from)
  for (let row = from; row < to; row += 1) {
    while (gap < gaps.length && (gaps[gap] as number) < row) gap += 1
    const jump = gaps[gap]
    if (horizon > 0 && jump !== undefined && jump - row < horizon) {
      cut(row, jump + 1)
      row = Math.min(to, jump + 1) - 1
      continue
    }
    if (inputs.some((values) => Number.isNaN(values[row]))) cut(row, row + 1)
    else if (horizon === 0 && jump === row) cut(row + 1, row + 1)
  }
  cut(to, to)
  return found
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
