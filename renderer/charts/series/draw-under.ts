import type { PartName, PartRange } from '@contract/data/parts'
import type { LineChart } from '../canvas/line-chart'
import { type Theme, translucent } from '../canvas/theme'
import { drawBand, drawUpright } from '../lines/marks'
import { type Band, placeIn } from './bands'

/**
 * What lies under the columns: the tints of the parts, a line between two bands, what training has, jumps of time.
 *
 * @param jumps the rows after which time jumps
 */
export function drawUnder(
  chart: LineChart,
  parts: Readonly<Record<PartName, PartRange>>,
  jumps: Float64Array,
  bands: readonly Band[],
  theme: Theme,
) {
  const { partTrain, partValidation, partTest, inkSoft, line } = theme
  const tints = [
    [parts.train, partTrain],
    [parts.validation, partValidation],
    [parts.test, partTest],
  ] as const
  for (const [{ from, to }, tint] of tints) drawBand(chart, from - 0.5, to - 0.5, tint, 0.14)
  for (const { bottom } of bands) if (bottom > 0) drawLevel(chart, bottom, line)
  for (const band of bands) drawTrainingRange(chart, band, translucent(inkSoft, 0.6))
  drawJumps(chart, jumps, inkSoft)
}

/** The least and the greatest number of the training part, where they are among those in sight. */
function drawTrainingRange(chart: LineChart, band: Band, colour: string) {
  const { training } = band.column.seen
  if (!training) return
  chart.ctx.save()
  chart.ctx.setLineDash([2, 4])
  for (const value of [training.least, training.greatest])
    if (value >= band.least && value <= band.greatest) drawLevel(chart, placeIn(band, value), colour)
  chart.ctx.restore()
}

/** Pixels from one jump to the next from which on their lines would be all that is seen. */
const CLOSE = 8

/** Jumps after these rows; the closer together they are, the paler. */
export function drawJumps(chart: LineChart, rows: Float64Array, colour: string) {
  const { ctx, chartArea, scales } = chart
  const { x } = scales
  if (!x) return
  const inSight = rows.filter((row) => row + 0.5 >= x.min && row + 0.5 <= x.max)
  const apart = (chartArea.right - chartArea.left) / Math.max(1, inSight.length)
  const shade = translucent(colour, 0.7 * Math.min(1, Math.max(apart / CLOSE, 0.25)))
  ctx.save()
  ctx.setLineDash([3, 3])
  for (const row of inSight) drawUpright(chart, row + 0.5, shade)
  ctx.restore()
}

/** A level line over the whole width. */
function drawLevel({ ctx, chartArea, scales }: LineChart, value: number, colour: string) {
  const at = Math.round(scales.y?.getPixelForValue(value) ?? 0) + 0.5
  ctx.save()
  ctx.strokeStyle = colour
  ctx.beginPath()
  ctx.moveTo(chartArea.left, at)
  ctx.lineTo(chartArea.right, at)
  ctx.stroke()
  ctx.restore()
}
