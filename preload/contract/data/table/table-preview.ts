import type { Text } from '../../language/text'
import type { TableChoices } from './table-choices'

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

/** What a table is taken for by its beginning. */
export type TableGuess = { readonly guesses: TableGuesses; readonly preview: TablePreview }

/** The choices of all guesses, be they sure or not; a row that cannot be read is refused. */
export function choicesOf(guesses: TableGuesses): TableChoices {
  return {
    encoding: guesses.encoding.value,
    delimiter: guesses.delimiter.value,
    decimal: guesses.decimal.value,
    thousands: guesses.thousands.value,
    header: guesses.header.value,
    missing: guesses.missing.value,
    time: guesses.time.value,
    badRows: 'refuse',
  }
}
