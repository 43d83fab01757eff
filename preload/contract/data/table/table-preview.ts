import type { Text } from '../../language/text'
import type { TableChoices, ThousandsMark } from './table-choices'

/** What a cell is under some choices. */
export type CellKind = 'number' | 'missing' | 'time' | 'text'

export type PreviewCell = { readonly text: string; readonly kind: CellKind }

/** A row of the table as it stands in the file. */
export type PreviewRow = {
  /** The line in the file where it begins, the first is 1. */
  readonly line: number
  readonly cells: readonly PreviewCell[]
  /** Why it cannot be read, in one sentence; null where it can. */
  readonly trouble: Text | null
}

export type PreviewColumn = {
  /** Its name in the series: out of the file, or its number where the file has none. */
  readonly name: string
  readonly isNamed: boolean
  /** What it is used as; `empty` where nothing but missing values has been seen yet. */
  readonly use: 'number' | 'time' | 'text' | 'empty'
}

/** The beginning of a table under some choices. */
export type TablePreview = {
  readonly columns: readonly PreviewColumn[]
  readonly rows: readonly PreviewRow[]
  /** What a person should know of it, a sentence each. */
  readonly notes: readonly Text[]
}

/** The most rows of a preview. */
export const PREVIEW_ROWS = 50

/**
 * A guess: for sure, or one of several that the table allows. Then a person is to be asked by the question, and `others`
 * are the remaining answers.
 */
export type Guess<T> =
  | { readonly sure: true; readonly value: T }
  | { readonly sure: false; readonly value: T; readonly others: readonly T[]; readonly question: Text }

/** A guess for everything that the file itself can tell. */
export type TableGuesses = {
  readonly [Choice in Exclude<keyof TableChoices, 'badRows'>]: Guess<TableChoices[Choice]>
}

/**
 * What a table is taken for by its beginning. `choices` are those in force: what a person has said of it, and else the guess,
 * be it sure or not. Each of the `guesses` is made under the choices before it, as if nothing had been said of itself.
 */
export type TableGuess = {
  readonly guesses: TableGuesses
  readonly choices: TableChoices
  readonly preview: TablePreview
}

/** Whether one question is asked about both marks of numbers: what 1,234 is. */
export function asksOfBothMarks({ decimal, thousands }: TableGuesses): boolean {
  return !decimal.sure && !thousands.sure
}

/** Whether it is asked if 1,5 is two numbers or one. */
export function asksOneOrTwo(guess: TableGuesses['delimiter']): boolean {
  return !guess.sure && guess.question.id === 'tableGuess.oneNumberOrTwo'
}

/** The mark that may group thousands, by a guess that leaves it open. */
export function groupMark(guess: TableGuesses['thousands']): ThousandsMark {
  if (guess.sure) return guess.value
  return [guess.value, ...guess.others].find((mark) => mark !== null) ?? null
}
