import type { Text } from '../language/text'
import type { SeriesOrigin } from '../settings/source-config'
import type { AxisTimes } from './axis-times'
import type { Intervals } from './table/intervals'
import type { LostRows } from './table/table-read'

/**
 * What becomes of times that are not evenly spaced: the rows are taken as they stand; values are put on regular times by
 * straight lines between the rows; or how much time has passed since the row before becomes a column more.
 */
export const ON_IRREGULAR = ['keep', 'resample', 'intervals'] as const
export type OnIrregular = (typeof ON_IRREGULAR)[number]

/** How far the reading of a table has come. */
export type TableReading = {
  readonly rows: number
  readonly bytes: number
  /** The size of the file, in bytes. */
  readonly of: number
}

/** What a person must know of a column to say what it is for. All but the name are of its numbers, NaN where it has none. */
export type ColumnSummary = {
  readonly name: string
  /** Rows without a number. */
  readonly missing: number
  readonly least: number
  readonly greatest: number
  readonly mean: number
}

/** A series that can be learned by now: a run names it by its origin. */
export type ReadSeries = {
  readonly origin: Extract<SeriesOrigin, { kind: 'table' }>
  /** Time steps, from 2. */
  readonly rows: number
  readonly columns: readonly ColumnSummary[]
  /** Columns with which as inputs the settings that a table begins with would leave no window. */
  readonly windowless: readonly string[]
  readonly times: AxisTimes
  /** Rows of the table that were left out. */
  readonly lost: readonly LostRows[]
  /** What a person should know of it, a sentence each. */
  readonly notes: readonly Text[]
  /** How its times are irregular, where they were left so. */
  readonly irregular: Extract<Intervals, { kind: 'irregular' }> | null
}
