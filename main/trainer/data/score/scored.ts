import type { PartName } from '@contract/data/parts'
import type { Column } from '@contract/data/series'

/** Rows from the first up to, but not with, the second. */
export type Range = readonly [from: number, to: number]

/**
 * What scores are made of: a series in its own units, and what a network is asked about it. From the inputs up to row t it
 * must say the targets of row t + horizon: *target row = input row + horizon*. Both are rows of the same columns.
 */
export type Scored = {
  /** All of one length, NaN where a number is missing. */
  readonly inputs: readonly Column[]
  /** Of the same length; one that is an input too has the same name there. */
  readonly targets: readonly Column[]
  /** Target rows: a prediction counts for the part that its target lies in, wherever its inputs do. */
  readonly parts: Readonly<Record<PartName, Range>>
  /** Rows from the last input to the target, from 0. */
  readonly horizon: number
  /** Rows that the network sees at once, from 1. */
  readonly window: number
  /** Rows after which time jumps, in order: nothing is predicted across a jump. */
  readonly gaps: readonly number[]
}

/** The values of a column in a range, not copied. */
export function valuesIn({ values }: Column, [from, to]: Range): Float64Array {
  return values.subarray(from, to)
}

/**
 * Visits, in order, the target rows of a range whose last `back` input rows are all there: in the series, with every input
 * known, and with no jump of time from the first of them to the target.
 *
 * @param back input rows that are looked at, the newest being target row − horizon; with 0, only that one has to be in the
 * series and behind no jump, whether its inputs are known or not
 */
export function eachRow(
  { inputs, horizon, gaps }: Pick<Scored, 'inputs' | 'horizon' | 'gaps'>,
  [from, to]: Range,
  back: number,
  visit: (targetRow: number, inputRow: number) => void,
) {
  let gap = firstFrom(gaps, Math.max(from, horizon))
  let stretch = gap === 0 ? 0 : (gaps[gap - 1] as number) + 1
  let seen = Math.max(0, from - horizon - back + 1)
  // Rows up to `seen`, exclusively, in which every input is known without a break.
  let run = 0
  for (let row = Math.max(from, horizon); row < to; row += 1) {
    const newest = row - horizon
    for (let jump = gaps[gap]; jump !== undefined && jump < row; jump = gaps[gap]) {
      stretch = jump + 1
      gap += 1
    }
    for (; back > 0 && seen <= newest; seen += 1) run = isKnown(inputs, seen) ? run + 1 : 0
    if (newest - Math.max(back, 1) + 1 >= stretch && run >= back) visit(row, newest)
  }
}

/** The place of the first number of a row, in order, that is at least `value`. */
function firstFrom(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

function isKnown(inputs: readonly Column[], row: number): boolean {
  for (const { values } of inputs) if (Number.isNaN(values[row])) return false
  return true
}
