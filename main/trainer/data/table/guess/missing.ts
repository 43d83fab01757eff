import { MISSING_MARKS } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { type NumberStyle, numberReader } from '../cells/number-text'

/** Numbers that are written where none was measured: -99, -999, -99.9, 9999 and so on. */
const STAND_IN = /^-?9{2,}(?:[.,](?:9+|0+))?$/
/** How far beyond all other values such a number lies, in times their range. */
const FAR = 1
/** How often it comes at the least. */
const OFTEN = 2

/**
 * The texts that stand for missing values: always those that mean nothing else. A number such as -999 that comes again and
 * again, far from all others of its column, is asked for.
 */
export function guessMissing(
  rows: readonly (readonly string[])[],
  style: Omit<NumberStyle, 'missing'>,
): Guess<readonly string[]> {
  const number = numberReader({ ...style, missing: MISSING_MARKS })
  const width = rows[0]?.length ?? 0
  for (let column = 0; column < width; column += 1) {
    const marks = new Map<string, number>()
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const cells of rows) {
      const cell = (cells[column] ?? '').trim()
      const value = number(cell)
      if (STAND_IN.test(cell)) marks.set(cell, (marks.get(cell) ?? 0) + 1)
      else if (value !== null && Number.isFinite(value))
        [least, most] = [Math.min(least, value), Math.max(most, value)]
    }
    for (const [mark, times] of marks) {
      const value = number(mark) ?? Number.NaN
      const away = Math.max(least - value, value - most)
      if (times < OFTEN || !(away > FAR * (most - least))) continue
      return {
        sure: false,
        value: MISSING_MARKS,
        others: [[...MISSING_MARKS, mark]],
        question: text('tableGuess.missing', { mark, times }),
      }
    }
  }
  return { sure: true, value: MISSING_MARKS }
}
