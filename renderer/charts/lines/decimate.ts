import type { Plotted } from '../../store/curves/curve'
import type { Positions } from '../../store/curves/search'
import type { Span } from '../../store/state/viewport'

/** A curve over its horizontal axis. */
export type Line = {
  readonly axis: Positions
  readonly curve: Plotted
  /** Its values are being read: until then it is drawn from what is known of their extremes. */
  readonly isComing?: boolean
}

/** First and last index (both included) of what a stretch shows, one more on either side to leave the picture. */
export function visible(axis: Positions, span: Span): { from: number; to: number } {
  return {
    from: Math.max(0, axis.from(span.min) - 1),
    to: Math.min(axis.count - 1, axis.after(span.max)),
  }
}

/** Whether so many points are drawn one by one; more are drawn as two of every column. */
export function drawnOneByOne(points: number, columns: number): boolean {
  return points <= columns * 2
}

/**
 * Tells the least and the greatest value of every column of the visible stretch, and their indices, in their
 * order: no column of the picture is higher or lower than with all points. The points just outside come too,
 * in the columns before the first and after the last, for curves to leave the picture. With a `spread`, a column takes
 * in so many points around it: where a column is a part of a period, its extremes would otherwise be those of the part
 * that it happened to fall on, and the edge of the picture a comb.
 */
export function decimate(
  { axis, curve }: Line,
  span: Span,
  columns: number,
  tell: (index: number, column: number, value: number) => void,
  spread = 0,
) {
  const inside = axis.from(span.min)
  const outside = axis.after(span.max)
  const width = (span.max - span.min) / columns
  const outsider = (index: number) => curve.extrema.within(index, index + 1).low
  if (inside > 0) tell(inside - 1, -1, outsider(inside - 1))
  let start = inside
  for (let column = 0; column < columns && start < outside; column++) {
    const last = column === columns - 1
    const end = last ? outside : Math.min(outside, axis.from(span.min + (column + 1) * width))
    if (end <= start) continue
    const half = spread >> 1
    const { least, greatest, low, high } = curve.extrema.within(
      Math.max(0, start - half),
      Math.min(axis.count, end + half),
    )
    const isRising = least <= greatest
    tell(isRising ? least : greatest, column, isRising ? low : high)
    if (least !== greatest) tell(isRising ? greatest : least, column, isRising ? high : low)
    start = end
  }
  if (outside < axis.count) tell(outside, columns, outsider(outside))
}

/** Tells the mean of every column of the visible stretch that has points, at the middle of the column. */
export function columnMeans(
  { axis, curve }: Line,
  span: Span,
  columns: number,
  tell: (x: number, mean: number) => void,
) {
  const outside = axis.after(span.max)
  const width = (span.max - span.min) / columns
  let start = axis.from(span.min)
  for (let column = 0; column < columns && start < outside; column++) {
    const end = Math.min(outside, axis.from(span.min + (column + 1) * width))
    if (end <= start) continue
    tell(span.min + (column + 0.5) * width, curve.means?.within(start, end) ?? Number.NaN)
    start = end
  }
}
