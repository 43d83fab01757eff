import { LineElement, type Scale } from 'chart.js'
import type { LineChart } from './line-chart'

/** What chart.js draws with, where it is not a canvas of the page. */
type Context = CanvasRenderingContext2D

type Lent = { -readonly [Part in 'ctx']: Context }

/**
 * Draws a chart as it stands, in its own size in CSS pixels, on something else than its canvas, which stays as it is. The
 * ground stays too: what lies there is not cleared.
 *
 * @param ctx a canvas's context, or what stands for one
 */
export function drawChartOn(chart: LineChart, ctx: object) {
  const target = ctx as Context
  const lenders: Lent[] = [chart as Lent, ...(Object.values(chart.scales) as (Scale & Lent)[])]
  const lent = lenders.map((lender) => [lender, lender.ctx] as const)
  const lines = chart
    .getSortedVisibleDatasetMetas()
    .map(({ dataset }) => dataset)
    .filter((line) => line instanceof LineElement)
  const { clearRect } = target
  try {
    for (const lender of lenders) lender.ctx = target
    // chart.js keeps what a line looks like as a path of the browser's own, which nothing else can read.
    for (const line of lines) line.draw = () => strokeLine(target, line)
    target.clearRect = () => {}
    chart.draw()
  } finally {
    for (const [lender, own] of lent) lender.ctx = own
    for (const line of lines) Reflect.deleteProperty(line, 'draw')
    if (Object.hasOwn(target, 'clearRect')) target.clearRect = clearRect
  }
}

function strokeLine(ctx: Context, line: LineElement) {
  const { borderWidth, borderColor, borderCapStyle, borderDash, borderDashOffset, borderJoinStyle } =
    line.options
  if (line.points.length === 0 || !borderWidth) return
  ctx.save()
  ctx.lineWidth = borderWidth
  ctx.strokeStyle = borderColor as string
  ctx.lineCap = borderCapStyle
  ctx.lineJoin = borderJoinStyle
  ctx.lineDashOffset = borderDashOffset
  ctx.setLineDash(borderDash)
  ctx.beginPath()
  if (line.path(ctx)) ctx.closePath()
  ctx.stroke()
  ctx.restore()
}
