import type { Curve } from '../store/history'
import type { Span } from '../store/viewport'
import type { Axis } from './axis'
import type { PointPool } from './point-pool'

/** A curve over its horizontal axis. */
export type Line = { readonly axis: Axis; readonly curve: Curve }

/** First and last index (both included) of what a stretch shows, one more on either side to leave the picture. */
export function visible(axis: Axis, span: Span): { from: number; to: number } {
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
 * Writes the least and the greatest value of every column of the visible stretch into the pool, in their
 * order and at their own positions. The picture is the same as with all points: no column is higher or lower.
 */
export function decimate(line: Line, span: Span, columns: number, pool: PointPool) {
  const { axis, curve } = line
  const { from, to } = visible(axis, span)
  const width = (span.max - span.min) / columns
  let start = from
  for (let column = 1; column <= columns && start <= to; column++) {
    const end = column === columns ? to + 1 : Math.min(to + 1, axis.from(span.min + column * width))
    if (end <= start) continue
    const { least, greatest } = curve.extrema.within(start, end)
    const { data } = curve.values
    const first = Math.min(least, greatest)
    const second = Math.max(least, greatest)
    pool.add(axis.at(first), data[first] ?? Number.NaN)
    if (second !== first) pool.add(axis.at(second), data[second] ?? Number.NaN)
    start = end
  }
}
