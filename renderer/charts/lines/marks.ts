import type { LineChart, VerticalAxis } from '../canvas/line-chart'
import type { Point } from '../canvas/point-pool'
import { translucent } from '../canvas/theme'

/** Shades the stretch of the horizontal axis between two values. */
export function drawBand(chart: LineChart, from: number, to: number, colour: string, opacity: number) {
  const { ctx, chartArea, scales } = chart
  const x = scales.x
  if (!x) return
  const left = Math.max(x.getPixelForValue(from), chartArea.left)
  const right = Math.min(x.getPixelForValue(to), chartArea.right)
  if (right <= left) return
  ctx.save()
  const seenThrough = translucent(colour, opacity)
  ctx.fillStyle = seenThrough
  // A system colour cannot be seen through by its name.
  if (seenThrough === colour) ctx.globalAlpha = opacity
  ctx.fillRect(left, chartArea.top, right - left, chartArea.bottom - chartArea.top)
  ctx.restore()
}

/** Whether a place of the horizontal axis is in the picture: what is not must not be drawn over the axis. */
function inPicture({ chartArea, scales }: LineChart, value: number): boolean {
  const at = scales.x?.getPixelForValue(value) ?? Number.NaN
  return at >= chartArea.left - 1 && at <= chartArea.right + 1
}

/** Draws the upright line of a crosshair, while it is in the picture. */
export function drawUpright(chart: LineChart, value: number, colour: string) {
  if (!inPicture(chart, value)) return
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
  if (!inPicture(chart, value)) return
  const at = scales.x?.getPixelForValue(value) ?? 0
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

/** Draws a level line over the whole width, dashed and with its words at its right end, while it is in the picture. */
export function drawLevel(
  chart: LineChart,
  value: number,
  { words, colour, ground, font }: { words: string; colour: string; ground: string; font: string },
) {
  const { ctx, chartArea, scales } = chart
  const y = scales.y?.getPixelForValue(value) ?? Number.NaN
  if (!(y >= chartArea.top - 1 && y <= chartArea.bottom + 1)) return
  ctx.save()
  ctx.strokeStyle = colour
  ctx.lineWidth = 1.5
  ctx.setLineDash([6, 4])
  ctx.beginPath()
  ctx.moveTo(chartArea.left, y)
  ctx.lineTo(chartArea.right, y)
  ctx.stroke()
  ctx.font = `11px ${font}`
  ctx.textAlign = 'right'
  const above = y - chartArea.top > 18
  ctx.textBaseline = above ? 'bottom' : 'top'
  // Curves may run through the words: their ground shines through.
  ctx.setLineDash([])
  ctx.lineWidth = 3
  ctx.strokeStyle = ground
  const at = [chartArea.right - 4, above ? y - 3 : y + 4] as const
  ctx.strokeText(words, ...at)
  ctx.fillStyle = colour
  ctx.fillText(words, ...at)
  ctx.restore()
}

/** Draws a small triangle that stands on the horizontal axis, at an update at which something happened. */
export function drawFoot(chart: LineChart, value: number, colour: string) {
  if (!inPicture(chart, value)) return
  const { ctx, chartArea, scales } = chart
  const at = scales.x?.getPixelForValue(value) ?? 0
  ctx.save()
  ctx.fillStyle = colour
  ctx.beginPath()
  ctx.moveTo(at, chartArea.bottom - 9)
  ctx.lineTo(at - 5, chartArea.bottom)
  ctx.lineTo(at + 5, chartArea.bottom)
  ctx.fill()
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
  if (!scales.x || !vertical || !Number.isFinite(at.y) || !inPicture(chart, at.x)) return
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
