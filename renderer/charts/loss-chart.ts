import { formatCount, formatMark } from '../store/format'
import { centreOn, spanOf } from '../store/viewport'
import { countingAxis, timeAxis } from './axis'
import { createCurveLine } from './curve-line'
import { visible } from './decimate'
import { createLineChart, type LineChart, setEnds } from './line-chart'
import type { ChartWorld, LiveChart } from './live-chart'
import { drawBand, drawDot, drawPoints, drawUpright } from './marks'
import type { ShownSpan } from './shown-span'
import { countTicks, decadeTicks } from './ticks'
import { decades, niceEnd, updatesEnd } from './y-range'

/** What stands under the crosshair. */
export type LossReading = { readonly update: number; readonly loss: number }

/** What the loss chart tells and is told, beside what every chart reads. */
export type LossChartOptions = {
  readonly world: ChartWorld
  readonly shown: ShownSpan
  readonly read: (reading: LossReading | null) => void
}

const PIXELS_PER_TICK = 80
const PIXELS_PER_DOT = 7

/** Makes the chart of the loss of every update; a press shows that update's window in the prediction chart. */
export function createLossChart(canvas: HTMLCanvasElement, options: LossChartOptions): LiveChart {
  const { world, shown, read } = options
  const { history, store, theme, scheduler } = world
  const line = createCurveLine(1.5)
  const ending = new AbortController()
  let hovered: number | null = null
  let log = false
  let dotted = false

  const chart: LineChart = createLineChart(canvas, {
    datasets: [line.dataset],
    theme,
    xTicks: (min, max, width) => countTicks(min, max, width / PIXELS_PER_TICK),
    xLabel: formatCount,
    yTicks: (min, max) => (log ? decadeTicks(min, max) : countTicks(min, max, 4, true)),
    yLabel: formatMark,
    under: (chart) => {
      markShown(chart)
      line.drawDense(chart)
    },
    over: (chart) => {
      if (dotted) drawPoints(chart, line.points, theme.current().loss, 2)
      const update = hoveredUpdate()
      if (update === 0) return
      const { inkSoft, loss, surface } = theme.current()
      drawUpright(chart, update, inkSoft)
      drawDot(chart, { x: update, y: lossOf(update) }, loss, surface)
    },
    onResize: () => drawer.request(),
  })

  const lossOf = (update: number) => history.losses.values.data[update - history.firstUpdate] ?? Number.NaN

  function hoveredUpdate(): number {
    if (hovered === null || history.updates === 0) return 0
    return Math.min(Math.max(Math.round(hovered), history.firstUpdate), history.lastUpdate)
  }

  /** Shades the updates whose windows the prediction chart shows. */
  function markShown(chart: LineChart) {
    const span = shown.get()
    if (!span || history.updates === 0) return
    const found = visible(timeAxis(history), span)
    const first = history.updateAt(found.from)
    const last = history.updateAt(Math.max(found.to, 0))
    drawBand(chart, first - 0.5, last + 0.5, theme.current().prediction, 0.09)
  }

  const drawer = scheduler.add(() => {
    if (history.updates === 0) return false
    const { run, logLoss } = store.getState()
    const { firstUpdate, lastUpdate } = history
    const min = firstUpdate === 1 ? 0 : firstUpdate - 1
    const max = updatesEnd(lastUpdate, run?.goal ?? lastUpdate)
    const columns = Math.max(100, Math.round(chart.chartArea?.width ?? canvas.clientWidth))
    const axis = countingAxis(firstUpdate, history.updates)
    line.write({ axis, curve: history.losses }, { min, max }, columns)
    line.dress({ colour: theme.current().loss })
    dotted = columns / (max - min) > PIXELS_PER_DOT
    const extremes = history.losses.extrema.within(0, history.updates)
    const values = history.losses.values.data
    const greatest = values[extremes.greatest] ?? 1
    const y = logLoss
      ? decades(values[extremes.least] ?? 0, greatest)
      : { min: 0, max: niceEnd(greatest * 1.02) }
    setType(logLoss)
    setEnds(chart, 'x', min, max)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    const update = hoveredUpdate()
    read(update === 0 ? null : { update, loss: lossOf(update) })
    return false
  })

  function setType(logarithmic: boolean) {
    const y = chart.options.scales?.y
    if (!y || log === logarithmic) return
    log = logarithmic
    ;(y as { type: string }).type = logarithmic ? 'logarithmic' : 'linear'
  }

  function hover(pixel: number | null) {
    hovered = pixel === null ? null : (chart.scales.x?.getValueForPixel(pixel) ?? null)
    drawer.request()
  }

  /** Shows the window of the update under the pointer in the prediction chart. */
  function visit() {
    const update = hoveredUpdate()
    if (update === 0) return
    const times = history.times.data
    const extent = { min: times[0] ?? 0, max: times[history.points - 1] ?? 0 }
    const { from, to } = history.range(update)
    const middle = ((times[from] ?? 0) + (times[to - 1] ?? 0)) / 2
    const { viewMode, look } = store.getState()
    look(centreOn(spanOf(viewMode, extent), middle, extent))
  }

  const { signal } = ending
  canvas.addEventListener(
    'pointermove',
    (event) => {
      hover(event.offsetX)
      if (event.buttons === 1) visit()
    },
    { signal },
  )
  canvas.addEventListener('pointerdown', (event) => event.button === 0 && visit(), { signal })
  canvas.addEventListener('pointerleave', () => hover(null), { signal })
  const endShown = shown.onChange(() => drawer.request())

  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endShown()
      ending.abort()
      chart.destroy()
    },
  }
}
