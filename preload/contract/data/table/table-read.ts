import type { Text } from '../../language/text'
import type { Series } from '../series'

/** Rows that were left out for one reason. */
export type LostRows = {
  readonly why: Text
  readonly rows: number
  /** The first few lines of the file where they stand. */
  readonly lines: readonly number[]
}

/** A whole table, read. */
export type TableRead = {
  /** Its columns of numbers, in their order in the file. */
  readonly series: Series
  /** Time steps of the series. */
  readonly rows: number
  readonly lost: readonly LostRows[]
  /** Names of columns that are not used, as they hold texts. */
  readonly textColumns: readonly string[]
  /** In hexadecimal, of the numbers and their names: the same for the same table with other line ends. */
  readonly sha256: string
  readonly notes: readonly Text[]
}

/** The most columns that a table may have, of whatever kind. */
export const MAX_COLUMNS = 10_000
/** The most numbers of a table: 2 GiB. */
export const MAX_NUMBERS = 2 ** 28
/** The longest row, in bytes. */
export const MAX_ROW_BYTES = 2 ** 20
