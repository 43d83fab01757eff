import type { ColumnPicture } from '@contract/data/series-picture'
import { formatMark } from '../../store/words/format'
import { countTicks } from '../axes/ticks'

/*
 * Columns have units of their own and one axis of time: in one chart each has a band of height 1, the first at the top, and
 * its numbers are drawn at the places that they have in it.
 */

/** A column and its place in the chart. */
export type Band = {
  readonly column: ColumnPicture
  /** Where its band begins, from below. */
  readonly bottom: number
  /** Ends of its numbers; equal where all are, or where there are none (then 0). */
  readonly least: number
  readonly greatest: number
}

/** Shares of a band that stay free: below its least number, and above its greatest, where its name stands. */
const FREE_BELOW = 0.08
const FREE_ABOVE = 0.2

/** A band for each column. */
export function bandsOf(columns: readonly ColumnPicture[]): readonly Band[] {
  return columns.map((column, index) => {
    let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const value of column.least) if (value < least) least = value
    for (const value of column.greatest) if (value > greatest) greatest = value
    const known = least <= greatest
    return {
      column,
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
