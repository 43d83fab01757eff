import { type Entering, enteringAt } from '../../store/selectors/walls'
import type { Span } from '../../store/state/viewport'
import type { LineChart } from '../canvas/line-chart'
import type { ChartWorld } from '../canvas/live-chart'
import { translucent } from '../canvas/theme'

/** Pixels from a wall to the next, at least: nearer to each other nothing can be told. */
const LEAST = 26
/** Pixels from the top of the picture to each arrow, and from its end to its head. */
const [STATE_AT, GRADIENT_AT] = [12, 26]
const REACH = 11

/** The updates whose windows begin in a stretch of the axis, but the first of the run: before it there is no window. */
export function wallsIn({ history }: Pick<ChartWorld, 'history'>, span: Span): readonly number[] {
  const found: number[] = []
  const { times } = history
  for (let update = history.lastUpdate; update > history.firstUpdate; update -= 1) {
    const at = times.at(history.range(update).from)
    if (at < span.min) break
    if (at <= span.max) found.push(update)
  }
  return found.reverse()
}

/**
 * Draws a wall where each window begins: an arrow of the state that passes it, or that comes from a frozen one, and one of the
 * gradient, which never does. None where they would stand too close to be told apart.
 */
export function drawWalls(chart: LineChart, world: ChartWorld, span: Span | null) {
  const { run, showWalls } = world.store.getState()
  const { ctx, chartArea, scales } = chart
  if (!showWalls || !run || !span || !scales.x) return
  const width = chartArea.right - chartArea.left
  const windows = (span.max - span.min) / windowLength(world)
  if (width / windows < LEAST) return
  const { prediction: blue, problem: red } = world.theme.current()
  ctx.save()
  ctx.lineWidth = 1.5
  for (const update of wallsIn(world, span)) {
    const at = scales.x.getPixelForValue(world.history.times.at(world.history.range(update).from))
    ctx.strokeStyle = translucent(red, 0.45)
    line(ctx, [at, chartArea.top], [at, chartArea.bottom])
    drawState(ctx, enteringAt(run, update), { at, y: chartArea.top + STATE_AT, colour: blue })
    drawGradient(ctx, { at, y: chartArea.top + GRADIENT_AT, colour: red })
  }
  ctx.restore()
}

/** Of the newest window, in the axis' unit. */
function windowLength({ history }: ChartWorld): number {
  const { from, to } = history.range(history.lastUpdate)
  return history.times.at(to - 1) - history.times.at(from) || 1
}

type Place = { readonly at: number; readonly y: number; readonly colour: string }

function drawState(ctx: CanvasRenderingContext2D, entering: Entering, { at, y, colour }: Place) {
  if (entering === 'zeros') return
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  const from = entering === 'carried' ? at - REACH : at
  line(ctx, [from, y], [at + REACH, y])
  head(ctx, at + REACH, y, 1)
  if (entering === 'carried') return
  ctx.beginPath()
  ctx.arc(at, y, 3.5, 0, 2 * Math.PI)
  ctx.fill()
}

/** Back from the window's end, up to the wall. */
function drawGradient(ctx: CanvasRenderingContext2D, { at, y, colour }: Place) {
  ctx.strokeStyle = colour
  ctx.fillStyle = colour
  line(ctx, [at + REACH + 4, y], [at + 2, y])
  head(ctx, at + 2, y, -1)
  ctx.lineWidth = 3
  line(ctx, [at, y - 6], [at, y + 6])
  ctx.lineWidth = 1.5
}

function head(ctx: CanvasRenderingContext2D, x: number, y: number, way: 1 | -1) {
  ctx.beginPath()
  ctx.moveTo(x + 2 * way, y)
  ctx.lineTo(x - 4 * way, y - 3.5)
  ctx.lineTo(x - 4 * way, y + 3.5)
  ctx.fill()
}

function line(
  ctx: CanvasRenderingContext2D,
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
) {
  ctx.beginPath()
  ctx.moveTo(...from)
  ctx.lineTo(...to)
  ctx.stroke()
}
