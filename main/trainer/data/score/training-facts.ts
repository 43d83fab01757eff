import { ROWS_IN_A_PIECE } from './pieces'
import type { Scored } from './scored'

/** What scores take from the training part of one target, and from nothing else. */
export type TrainingFacts = {
  /** Known targets; with 0, all else is NaN or null. */
  readonly count: number
  readonly mean: number
  /** Standard deviation around it, by the count itself. */
  readonly deviation: number
  /** Rows of a season, 1 where there is none. */
  readonly period: number
  /** Mean of |y(t) − y(t−period)|; null where no two known targets of one stretch of time are so far apart. */
  readonly naiveError: number | null
}

/**
 * Finds them, in pieces.
 *
 * @param period rows of a season, from 1
 */
export function* trainingFacts(
  { targets, parts, gaps }: Scored,
  output: number,
  period: number,
): Generator<void, TrainingFacts> {
  const values = targets[output]?.values
  if (!values) throw new RangeError(`there is no output ${output}`)
  const [from, to] = parts.train
  let [count, sum] = [0, 0]
  for (let row = from; row < to; row += 1) {
    if ((row - from) % ROWS_IN_A_PIECE === ROWS_IN_A_PIECE - 1) yield
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
  }
  const mean = sum / count
  let squares = 0
  let [pairs, differences] = [0, 0]
  let [gap, start] = [0, from]
  for (let row = from; row < to; row += 1) {
    if ((row - from) % ROWS_IN_A_PIECE === ROWS_IN_A_PIECE - 1) yield
    for (let jump = gaps[gap]; jump !== undefined && jump < row; jump = gaps[gap]) {
      start = Math.max(from, jump + 1)
      gap += 1
    }
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    squares += (value - mean) ** 2
    const difference = row - period >= start ? Math.abs(value - (values[row - period] as number)) : Number.NaN
    if (Number.isNaN(difference)) continue
    pairs += 1
    differences += difference
  }
  const naiveError = pairs > 0 ? differences / pairs : null
  return { count, mean, deviation: Math.sqrt(squares / count), period, naiveError }
}
