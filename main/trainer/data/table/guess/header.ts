import { MISSING_MARKS } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { type NumberStyle, numberReader } from '../cells/number-text'

/** Anything that looks like a date or a time of day. */
const DATED = /^\d{1,4}[-/.年]\d{1,2}|^\d{1,2}:\d{2}/

/**
 * Whether the first row has names: texts above columns of numbers or times. Where it has both, it is asked, and where it counts
 * (1990, 1991, 1992) as no row below it does: it may have years for names.
 */
export function guessHeader(
  rows: readonly (readonly string[])[],
  style: Omit<NumberStyle, 'missing'>,
): Guess<boolean> {
  const number = numberReader({ ...style, missing: MISSING_MARKS })
  const isValue = (cell: string) => number(cell) !== null || DATED.test(cell.trim())
  const [first = [], ...below] = rows
  const valued = first.map((_, column) => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length > 0 && 2 * cells.filter(isValue).length >= cells.length
  })
  const judges = first.filter((cell, column) => valued[column] && cell.trim() !== '')
  const names = judges.filter((cell) => !isValue(cell)).length
  if (judges.length > 0 && names === judges.length) return { sure: true, value: true }
  if (counts(first, number) && !below.some((row) => counts(row, number)))
    return { sure: false, value: true, others: [false], question: text('tableGuess.header') }
  if (judges.length > 0 && names === 0 && first.every((cell, column) => valued[column] || cell.trim() === ''))
    return { sure: true, value: false }
  const value = 2 * names > judges.length
  return { sure: false, value, others: [!value], question: text('tableGuess.header') }
}

/** Whether a row is three numbers or more, each one more or one less than the one before. */
function counts(row: readonly string[], number: (cell: string) => number | null): boolean {
  const numbers = row.map((cell) => number(cell) ?? Number.NaN)
  const steps = numbers.slice(1).map((value, i) => value - (numbers[i] ?? 0))
  return steps.length > 1 && Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0])
}
