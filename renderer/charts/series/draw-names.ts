import { fitting } from '../canvas/fitting'
import type { LineChart } from '../canvas/line-chart'
import type { Band } from './bands'

/** Writes the name of every column at the top of its band, on the ground's colour so that no curve runs through it. */
export function drawNames(
  chart: LineChart,
  bands: readonly Band[],
  { ink, ground, font }: { readonly ink: string; readonly ground: string; readonly font: string },
) {
  const { ctx, chartArea, scales } = chart
  const { y } = scales
  if (!y) return
  ctx.save()
  ctx.font = `600 11px ${font}`
  ctx.textBaseline = 'top'
  for (const { column, bottom } of bands) {
    const room = chartArea.right - chartArea.left - 16
    const words = fitting(column.name, room, (text) => ctx.measureText(text).width)
    const top = y.getPixelForValue(bottom + 1) + 4
    ctx.globalAlpha = 0.75
    ctx.fillStyle = ground
    ctx.fillRect(chartArea.left + 4, top - 2, ctx.measureText(words).width + 8, 16)
    ctx.globalAlpha = 1
    ctx.fillStyle = ink
    ctx.fillText(words, chartArea.left + 8, top)
  }
  ctx.restore()
}
