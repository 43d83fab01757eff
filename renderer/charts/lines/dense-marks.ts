import type { LineChart, VerticalAxis } from '../canvas/line-chart'
import type { Point } from '../canvas/point-pool'
import { translucent } from '../canvas/theme'

/** Least height of a column, so that a curve that hardly moves is still a line. */
const LEAST_HEIGHT = 1.5

/**
 * Draws a curve of two points a column, `x` the number of its column, as upright bars from the least to the
 * greatest value, each joined to the one before: the same picture as a line through all of them, in a small
 * part of the time.
 */
export function drawColumns(
  chart: LineChart,
  points: readonly Point[],
  columns: number,
  colour: string,
  axis: VerticalAxis = 'y',
) {
  const { ctx, chartArea, scales } = chart
  const scale = scales[axis]
  if (!scale) return
  const { left, top: ceiling, width, height: room } = chartArea
  // On whole pixels: bars that meet inside a pixel would show a seam in it.
  const edge = (column: number) => Math.round(left + (column * width) / columns)
  ctx.save()
  ctx.beginPath()
  // One pixel more: a curve that lies on the axis is as thick as elsewhere.
  ctx.rect(left, ceiling - 1, width, room + 2)
  ctx.clip()
  ctx.fillStyle = colour
  let column = Number.NaN
  let [top, bottom, last] = [Number.NaN, Number.NaN, Number.NaN]
  /** Draws the bar; where points are few it is as wide as the way to the next one. */
  const finish = (next: number) => {
    if (Number.isNaN(top)) return
    const height = Math.max(bottom - top, LEAST_HEIGHT)
    ctx.fillRect(edge(column), (top + bottom - height) / 2, edge(next) - edge(column), height)
  }
  for (const point of points) {
    const y = scale.getPixelForValue(point.y)
    if (point.x !== column) {
      finish(point.x)
      column = point.x
      top = Number.isNaN(last) ? y : Math.min(last, y)
      bottom = Number.isNaN(last) ? y : Math.max(last, y)
    } else {
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
    last = y
  }
  finish(column + 1)
  ctx.restore()
}

/**
 * Draws a curve of points in columns (`x` is the number of its column) as the band between the least and the greatest
 * value of every column, seen through, with edges of a width in pixels or none; a point that is no number is a gap in it.
 */
export function drawBandOf(
  chart: LineChart,
  points: readonly Point[],
  columns: number,
  { colour, opacity, edge }: { readonly colour: string; readonly opacity: number; readonly edge: number },
  axis: VerticalAxis = 'y',
) {
  const { ctx, chartArea, scales } = chart
  const scale = scales[axis]
  if (!scale) return
  const { left, top: ceiling, width, height: room } = chartArea
  const middle = (column: number) => left + ((column + 0.5) * width) / columns
  /** Stretches without a gap, as upper and lower edges. */
  const bands: { tops: [number, number][]; bottoms: [number, number][] }[] = []
  let isGap = true
  for (const point of points) {
    const y = scale.getPixelForValue(point.y)
    if (!Number.isFinite(y)) {
      isGap = true
      continue
    }
    if (isGap) bands.push({ tops: [], bottoms: [] })
    isGap = false
    const { tops, bottoms } = bands[bands.length - 1] as (typeof bands)[number]
    const x = middle(point.x)
    const [top, bottom] = [tops.at(-1), bottoms.at(-1)]
    if (top && bottom && top[0] === x) {
      top[1] = Math.min(top[1], y)
      bottom[1] = Math.max(bottom[1], y)
    } else {
      tops.push([x, y])
      bottoms.push([x, y])
    }
  }
  const trace = (corners: readonly [number, number][]) => {
    for (const [index, [x, y]] of corners.entries()) {
      if (index === 0) ctx.moveTo(x, y)
      else ctx.lineTo(x, y)
    }
  }
  ctx.save()
  ctx.beginPath()
  ctx.rect(left, ceiling - 1, width, room + 2)
  ctx.clip()
  ctx.beginPath()
  for (const { tops, bottoms } of bands) trace([...tops, ...bottoms.toReversed()])
  ctx.fillStyle = translucent(colour, opacity)
  ctx.fill()
  if (edge > 0) {
    ctx.strokeStyle = colour
    ctx.lineWidth = edge
    for (const corners of bands.flatMap(({ tops, bottoms }) => [tops, bottoms])) {
      ctx.beginPath()
      trace(corners)
      ctx.stroke()
    }
  }
  ctx.restore()
}
