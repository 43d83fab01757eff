import type { LineChart, VerticalAxis } from './line-chart'
import type { Point } from './point-pool'
import { translucent } from './theme'

/** Shades the stretch of the horizontal axis between two values. */
export function drawBand(chart: LineChart, from: number, to: number, colour: string, opacity: number) {
  const { ctx, chartArea, scales } = chart
  const x = scales.x
  if (!x) return
  const left = Math.max(x.getPixelForValue(from), chartArea.left)
  const right = Math.min(x.getPixelForValue(to), chartArea.right)
  if (right <= left) return
  ctx.save()
  ctx.fillStyle = translucent(colour, opacity)
  // A system colour cannot be seen through by its name.
  if (ctx.fillStyle.length === 7 && opacity < 1) ctx.globalAlpha = opacity
  ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top)
  ctx.restore()
}

/** Draws the upright line of a crosshair. */
export function drawUpright(chart: LineChart, value: number, colour: string) {
  const { ctx, chartArea, scales } = chart
  // On the middle of a pixel, or a line one pixel wide is drawn two pixels wide and pale.
  const at = Math.round(scales.x?.getPixelForValue(value) ?? 0) + 0.5
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.moveTo(at, chartArea.top)
  ctx.lineTo(at, chartArea.bottom)
  ctx.stroke()
  ctx.restore()
}

/** Draws an upright line with words at its top, on the side where there is room: for an update that is marked. */
export function drawFlag(
  chart: LineChart,
  value: number,
  { words, colour, ground, font }: { words: string; colour: string; ground: string; font: string },
) {
  const { ctx, chartArea, scales } = chart
  const at = scales.x?.getPixelForValue(value) ?? Number.NaN
  if (!(at >= chartArea.left - 1 && at <= chartArea.right + 1)) return
  drawUpright(chart, value, colour)
  ctx.save()
  ctx.font = `600 11px ${font}`
  ctx.textBaseline = 'top'
  const width = ctx.measureText(words).width + 8
  const left = at + width > chartArea.right ? at - width : at
  ctx.fillStyle = ground
  ctx.fillRect(left, chartArea.top, width, 15)
  ctx.strokeStyle = colour
  ctx.strokeRect(left + 0.5, chartArea.top + 0.5, width - 1, 14)
  ctx.fillStyle = colour
  ctx.fillText(words, left + 4, chartArea.top + 2)
  ctx.restore()
}

/** Draws a dot with a rim of the ground's colour, so that it stands off the lines it lies on. */
export function drawDot(
  chart: LineChart,
  at: { x: number; y: number; axis?: VerticalAxis },
  colour: string,
  rim: string,
) {
  const { ctx, chartArea, scales } = chart
  const vertical = scales[at.axis ?? 'y']
  if (!scales.x || !vertical || !Number.isFinite(at.y)) return
  const y = vertical.getPixelForValue(at.y)
  // A value off a fixed axis has no place in the picture.
  if (y < chartArea.top - 1 || y > chartArea.bottom + 1) return
  ctx.save()
  ctx.beginPath()
  ctx.arc(scales.x.getPixelForValue(at.x), y, 4, 0, 2 * Math.PI)
  ctx.fillStyle = colour
  ctx.strokeStyle = rim
  ctx.lineWidth = 1.5
  ctx.fill()
  ctx.stroke()
  ctx.restore()
}

/**
 * Draws a small dot on every point. Not by `pointRadius`: chart.js takes the radius of its points from the
 * first draw on, and a chart that is zoomed must change it.
 */
export function drawPoints(
  chart: LineChart,
  points: readonly Point[],
  colour: string,
  radius: number,
  axis: VerticalAxis = 'y',
) {
  const { ctx, chartArea, scales } = chart
  const vertical = scales[axis]
  if (!scales.x || !vertical) return
  ctx.save()
  ctx.fillStyle = colour
  ctx.beginPath()
  for (const point of points) {
    const x = scales.x.getPixelForValue(point.x)
    const y = vertical.getPixelForValue(point.y)
    if (!Number.isFinite(y) || x < chartArea.left - 1 || x > chartArea.right + 1) continue
    if (y < chartArea.top - 1 || y > chartArea.bottom + 1) continue
    ctx.moveTo(x + radius, y)
    ctx.arc(x, y, radius, 0, 2 * Math.PI)
  }
  ctx.fill()
  ctx.restore()
}

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
 * value of every column, seen through, with edges of a width in pixels or none.
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
  const tops: [number, number][] = []
  const bottoms: [number, number][] = []
  for (const point of points) {
    const y = scale.getPixelForValue(point.y)
    if (!Number.isFinite(y)) continue
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
  trace([...tops, ...bottoms.toReversed()])
  ctx.fillStyle = translucent(colour, opacity)
  ctx.fill()
  if (edge > 0) {
    ctx.strokeStyle = colour
    ctx.lineWidth = edge
    for (const corners of [tops, bottoms]) {
      ctx.beginPath()
      trace(corners)
      ctx.stroke()
    }
  }
  ctx.restore()
}
