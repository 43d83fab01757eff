import type { Text } from '../language/text'
import type { AxisTimes } from './axis-times'
import type { PartName, PartRange } from './parts'
import type { Scaler } from './scaler'
import type { Autocorrelation } from './scores'

/** The most buckets that the rows of a whole series are told in. */
export const MAX_BUCKETS = 2000
/** The most buckets that some of its rows are told in, which are looked at from nearer. */
export const MAX_NEAR_BUCKETS = 2 * MAX_BUCKETS
/** The most columns that are looked at from near at once. */
export const MAX_NEAR_COLUMNS = 16

/**
 * Some rows in as many buckets as there are rows, up to a limit. Bucket b of n holds those from ⌊b·rows/n⌋ up to, not
 * including, ⌊(b+1)·rows/n⌋, counted from the first of them.
 */
export type Envelope = {
  /** The least and the greatest number in each bucket, NaN where it has none. */
  readonly least: Float64Array
  readonly greatest: Float64Array
}

/** The least and the greatest of some numbers. */
export type ValueRange = { readonly least: number; readonly greatest: number }

/** Where the numbers of a column lie in the training part and after it, in its own unit; null where it has none there. */
export type SeenRanges = {
  readonly training: ValueRange | null
  /** Of the validation and the test part together. */
  readonly later: ValueRange | null
  /** Values after the training part, and those of them that lie outside of what it has. */
  readonly laterValues: number
  readonly outside: number
}

/** A column from afar, in its own unit: its rows in up to 2,000 buckets. */
export type ColumnPicture = Envelope & {
  readonly name: string
  readonly isInput: boolean
  readonly isTarget: boolean
  readonly seen: SeenRanges
  /** Rows without a number. */
  readonly missing: number
  /** Fitted on the training part alone. */
  readonly scaler: Scaler
}

/** How much a target is like itself some time steps later, by its training part alone. */
export type TargetPicture = {
  readonly name: string
  /** The rows of the training part that say so: all, or of more than 400,000 the newest. */
  readonly by: PartRange
  /** Null where fewer than two values are known, or all are equal. */
  readonly autocorrelation: Autocorrelation | null
  /** Time steps of a season; null where it has none. */
  readonly season: number | null
}

/** Pairs of inputs and target that no window has, for one reason. */
export type LostPairs = { readonly why: Text; readonly pairs: number }

/** A series as the settings of a run take it apart. */
export type SeriesPicture = {
  readonly rows: number
  readonly times: AxisTimes
  /** The inputs in their order, then the targets that are no inputs. */
  readonly columns: readonly ColumnPicture[]
  readonly targets: readonly TargetPicture[]
  readonly parts: Readonly<Record<PartName, PartRange>>
  /** Jumps of time: how many, and the rows after which they come, of each bucket the first. */
  readonly gaps: { readonly count: number; readonly rows: Float64Array }
  /** Windows of the training part: one after the other by the stride, and beginning anywhere. */
  readonly windows: { readonly consecutive: number; readonly random: number }
  /** All pairs: inputs at a row, and the targets `horizon` rows later. */
  readonly pairs: number
  readonly lost: readonly LostPairs[]
  /** Whether noise after some row changes what comes before it, in one sentence either way. */
  readonly leak: { readonly found: boolean; readonly words: Text }
}

/** Some rows of a series from nearer: from `from` up to, not including, `to`. */
export type NearPicture = PartRange & {
  /** The columns that were asked for, in up to 4,000 buckets. */
  readonly columns: readonly (Envelope & { readonly name: string })[]
  /** The rows after which time jumps, of each bucket the first. */
  readonly gaps: Float64Array
}
