import { MISSING_MARKS } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { type NumberStyle, numberReader } from '../cells/number-text'

/** Anything that looks like a date or a time of day. */
const DATED = /^\d{1,4}[-/.年]\d{1,2}|^\d{1,2}:\d{2}/

/** Whether the first row has names: texts above columns of numbers or times. Where it has both, it is asked. */
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
  if (judges.length > 0 && names === 0 && first.every((cell, column) => valued[column] || cell.trim() === ''))
    return { sure: true, value: false }
  const value = 2 * names > judges.length
  return { sure: false, value, others: [!value], question: text('tableGuess.header') }
}
