import type { TargetPicture } from '@contract/data/series-picture'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { formatMark } from '../../store/words/format'
import { countTicks } from '../axes/ticks'
import { createLineChart, type LineChart, setEnds } from '../canvas/line-chart'
import type { ChartWorld, LiveChart } from '../canvas/live-chart'
import { translucent } from '../canvas/theme'
import { offerExport } from '../export/exportable'
import { drawUpright } from '../lines/marks'
import { autocorrelationExport } from '../tables/data-tables'
import { numberNow, sayNow } from '../voice'

/** How much a target is like itself later, and what of the settings is marked on it, in time steps. */
export type AutocorrelationView = {
  readonly target: TargetPicture
  readonly window: number
  readonly horizon: number
}

/** A chart of the autocorrelation of a target, whose view may change while it stays. */
export type AutocorrelationChart = LiveChart & { readonly show: (view: AutocorrelationView) => void }

/** What is marked on the axis: its time steps, and what they are. */
type Flag = { readonly at: number; readonly label: Text }

const FLAG_HEIGHT = 16

/** Bars from 0, the band of chance behind them, and the window, the horizon and the season on their axis. */
export function createAutocorrelationChart(
  canvas: HTMLCanvasElement,
  options: { readonly world: ChartWorld; readonly view: AutocorrelationView },
): AutocorrelationChart {
  const { world } = options
  const { theme, scheduler } = world
  let { view } = options

  const chart = createLineChart(canvas, {
    datasets: [],
    theme,
    scheduler,
    xTicks: (min, max, width) => countTicks(Math.max(0, min), max, width / 60),
    xLabel: numberNow(world),
    titles: {
      x: () => sayNow(world)('dataPicture.later'),
      y: () => sayNow(world)('dataPicture.correlation'),
    },
    yTicks: () => [-1, -0.5, 0, 0.5, 1],
    yLabel: formatMark,
    under: drawChance,
    over: (chart) => {
      drawBars(chart)
      drawFlags(chart, flagsOf(view))
    },
  })

  function drawChance({ ctx, chartArea, scales }: LineChart) {
    const { y } = scales
    const band = view.target.autocorrelation?.band ?? 0
    if (!y || band === 0) return
    const [top, bottom] = [y.getPixelForValue(Math.min(band, 1)), y.getPixelForValue(-Math.min(band, 1))]
    ctx.save()
    ctx.fillStyle = translucent(theme.current().inkSoft, 0.22)
    ctx.fillRect(chartArea.left, top, chartArea.right - chartArea.left, bottom - top)
    ctx.restore()
  }

  function drawBars({ ctx, chartArea, scales }: LineChart) {
    const { x, y } = scales
    const values = view.target.autocorrelation?.values
    if (!x || !y || !values) return
    const wide = (chartArea.right - chartArea.left) / values.length
    const width = Math.max(1, Math.min(6, wide * 0.7))
    const zero = y.getPixelForValue(0)
    ctx.save()
    ctx.fillStyle = theme.current().target
    for (const [lag, value] of values.entries()) {
      const at = y.getPixelForValue(value)
      ctx.fillRect(x.getPixelForValue(lag) - width / 2, Math.min(at, zero), width, Math.abs(at - zero))
    }
    ctx.restore()
  }

  function drawFlags(chart: LineChart, flags: readonly Flag[]) {
    const { ctx, chartArea, scales } = chart
    const { accent, surface, font } = theme.current()
    ctx.save()
    ctx.font = `600 11px ${font}`
    ctx.textBaseline = 'bottom'
    for (const { at } of flags) drawUpright(chart, at, accent)
    // From below, where bars of most series are shortest; one above the other, as they may stand side by side.
    for (const [index, { at, label }] of flags.entries()) {
      const place = scales.x?.getPixelForValue(at) ?? 0
      if (place > chartArea.right + 1) continue
      const words = sayNow(world)(label)
      const width = ctx.measureText(words).width + 8
      const left = place + width > chartArea.right ? place - width : place
      const foot = chartArea.bottom - index * (FLAG_HEIGHT + 2)
      ctx.fillStyle = surface
      ctx.fillRect(left, foot - FLAG_HEIGHT, width, FLAG_HEIGHT)
      ctx.strokeStyle = accent
      ctx.strokeRect(left + 0.5, foot - FLAG_HEIGHT + 0.5, width - 1, FLAG_HEIGHT - 1)
      ctx.fillStyle = theme.current().ink
      ctx.fillText(words, left + 4, foot - 2)
    }
    ctx.restore()
  }

  const drawer = scheduler.addPicture(() => {
    const last = (view.target.autocorrelation?.values.length ?? 2) - 1
    setEnds(chart, 'x', -0.5, Math.max(1, last) + 0.5)
    setEnds(chart, 'y', -1, 1)
    chart.update('none')
    return false
  })

  const endExport = offerExport(canvas, () => autocorrelationExport(chart, view.target))

  return {
    request: drawer.request,
    show: (next) => {
      view = next
      drawer.request()
    },
    destroy: () => {
      drawer.remove()
      endExport()
      chart.destroy()
    },
  }
}

function flagsOf({ target, window, horizon }: AutocorrelationView): readonly Flag[] {
  return [
    { at: window, label: text('dataPicture.windowMark', { window }) },
    ...(horizon > 0 ? [{ at: horizon, label: text('dataPicture.horizonMark', { horizon }) }] : []),
    ...(target.season
      ? [{ at: target.season, label: text('dataPicture.seasonMark', { season: target.season }) }]
      : []),
  ]
}
