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
 * order and at their own positions: no column of the picture is higher or lower than with all points. The
 * points just outside come too, for lines to leave the picture.
 */
export function decimate(line: Line, span: Span, columns: number, pool: PointPool) {
  const { axis, curve } = line
  const { data } = curve.values
  const add = (index: number) => pool.add(axis.at(index), data[index] ?? Number.NaN)
  const inside = axis.from(span.min)
  const outside = axis.after(span.max)
  const width = (span.max - span.min) / columns
  if (inside > 0) add(inside - 1)
  let start = inside
  for (let column = 1; column <= columns && start < outside; column++) {
    const end = column === columns ? outside : Math.min(outside, axis.from(span.min + column * width))
    if (end <= start) continue
    const { least, greatest } = curve.extrema.within(start, end)
    add(Math.min(least, greatest))
    if (least !== greatest) add(Math.max(least, greatest))
    start = end
  }
  if (outside < axis.count) add(outside)
}
