import type { PartRange } from '@contract/data/parts'
import type { ColumnPicture, Envelope, NearPicture } from '@contract/data/series-picture'
import type { Span } from '../../store/state/viewport'
import { formatMark } from '../../store/words/format'
import { countTicks } from '../axes/ticks'
import { bucketOfRow } from './buckets'

/*
 * Columns have units of their own and one axis of time: in one chart each has a band of height 1, the first at the top, and
 * its numbers are drawn at the places that they have in it.
 */

/** A column and its place in the chart. */
export type Band = {
  readonly column: ColumnPicture
  /** The rows that are told of it, in buckets, and those of the buckets that are in sight. */
  readonly drawn: Envelope & { readonly rows: PartRange; readonly inSight: PartRange }
  /** Where its band begins, from below. */
  readonly bottom: number
  /** Ends of its numbers in sight; equal where all are, or where there are none (then 0). */
  readonly least: number
  readonly greatest: number
}

/** Shares of a band that stay free: below its least number, and above its greatest, where its name stands. */
const FREE_BELOW = 0.08
const FREE_ABOVE = 0.2

/** What of a series is drawn. */
export type Shown = {
  readonly columns: readonly ColumnPicture[]
  readonly rows: number
  /** Row r lies from r − 0.5 to r + 0.5. */
  readonly span: Span
  /** From nearer, where it is there; it holds all that is in sight. */
  readonly near: NearPicture | null
}

/** The rows of which something is in sight. */
export function rowsInSight({ rows, span }: Pick<Shown, 'rows' | 'span'>): PartRange {
  const from = Math.min(Math.max(Math.round(span.min), 0), Math.max(rows - 1, 0))
  return { from, to: Math.max(Math.min(Math.ceil(span.max + 0.5), rows), Math.min(from + 1, rows)) }
}

/** A band for each column. */
export function bandsOf(shown: Shown): readonly Band[] {
  const { columns, near } = shown
  const sight = rowsInSight(shown)
  return columns.map((column, index) => {
    const nearer = near?.columns.find(({ name }) => name === column.name)
    const told = nearer ?? column
    const rows = near && nearer ? near : { from: 0, to: shown.rows }
    const buckets = told.least.length
    const inSight = {
      from: buckets === 0 ? 0 : bucketOfRow(sight.from, buckets, rows),
      to: buckets === 0 ? 0 : bucketOfRow(sight.to - 1, buckets, rows) + 1,
    }
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of told.least.subarray(inSight.from, inSight.to)) if (value < least) least = value
    for (const value of told.greatest.subarray(inSight.from, inSight.to))
      if (value > greatest) greatest = value
    const known = least <= greatest
    return {
      column,
      drawn: { least: told.least, greatest: told.greatest, rows, inSight },
      bottom: columns.length - 1 - index,
      least: known ? least : 0,
      greatest: known ? greatest : 0,
    }
  })
}

/** Where a number of a column stands in the chart. */
export function placeIn({ bottom, least, greatest }: Band, value: number): number {
  const share = greatest > least ? (value - least) / (greatest - least) : 0.5
  return bottom + FREE_BELOW + share * (1 - FREE_BELOW - FREE_ABOVE)
}

/** A mark of the vertical axis: where it stands, and what is said there. */
export type ValueMark = { readonly place: number; readonly label: string }

/** Round numbers of every column, the more the fewer columns there are. */
export function valueMarks(bands: readonly Band[]): readonly ValueMark[] {
  const most = bands.length === 1 ? 6 : bands.length === 2 ? 4 : 3
  return bands.flatMap((band) => {
    const { least, greatest } = band
    const values = greatest > least ? countTicks(least, greatest, most, true) : [least]
    return values.map((value) => ({ place: placeIn(band, value), label: formatMark(value) }))
  })
}
