import type { Text } from '../language/text'
import type { AxisTimes } from './axis-times'
import type { PartName, PartRange } from './parts'
import type { Scaler } from './scaler'
import type { Autocorrelation } from './scores'

/** The most buckets that the rows of a column are told in. */
export const MAX_BUCKETS = 2000
/** The most gaps that are told one by one. */
export const MAX_GAPS_TOLD = 100

/**
 * A column from afar, in its own unit. Bucket b of n holds the rows from ⌊b·rows/n⌋ up to, not including, ⌊(b+1)·rows/n⌋.
 */
export type ColumnPicture = {
  readonly name: string
  readonly isInput: boolean
  readonly isTarget: boolean
  /** The least and the greatest number in each bucket, NaN where it has none: as many as rows, up to 2,000. */
  readonly least: Float64Array
  readonly greatest: Float64Array
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
  /** Jumps of time: how many, and the rows after which the first of them come. */
  readonly gaps: { readonly count: number; readonly rows: Float64Array }
  /** Windows of the training part: one after the other by the stride, and beginning anywhere. */
  readonly windows: { readonly consecutive: number; readonly random: number }
  /** All pairs: inputs at a row, and the targets `horizon` rows later. */
  readonly pairs: number
  readonly lost: readonly LostPairs[]
  /** Whether noise after some row changes what comes before it, in one sentence either way. */
  readonly leak: { readonly found: boolean; readonly words: Text }
}
