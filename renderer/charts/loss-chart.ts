import type { Curve } from '../store/curves/curve'
import { valueAt } from '../store/curves/history'
import { overlaidEnd } from '../store/curves/overlaid/overlaid-curve'
import { type FutureLine, lossFutures } from '../store/selectors/future-lines'
import { shownGhost } from '../store/selectors/moments'
import { programShown } from '../store/selectors/preset-selectors'
import { shownOverlays } from '../store/selectors/runs/overlaid'
import { isLossScaled } from '../store/selectors/selectors'
import { formatMark } from '../store/words/format'
import { countTicks, decadeTicks } from './axes/ticks'
import { updatesEnd } from './axes/y-range'
import {
  createLineChart,
  type LineChart,
  setEnds,
  setScaleType,
  showRight,
  type VerticalAxis,
} from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { offerExport } from './export/exportable'
import { drawFutures, endOfFutures, roomForNames, valuesOfFutures } from './lines/futures'
import { drawUpright } from './lines/marks'
import { createOverlayLines } from './lines/overlays'
import { createLossLines, endsOf, type LossCurves } from './loss-lines'
import { flagUpdates, shadeShown } from './loss-marks'
import { drawnRival, drawRivals, markBest } from './loss-rivals'
import { lossExport } from './tables/loss-table'
import { nextUpdate } from './view/crosshair-keys'
import type { Looking } from './view/looking'
import { numberNow, sayNow } from './voice'

/** What stands under the crosshair. */
export type LossReading = {
  readonly update: number
  readonly loss: number
  /** Null when the curve is not shown. */
  readonly meanLoss: number | null
  readonly gradientNorm: number | null
  /** Of the run that this one branches off from; null where it is not shown, or has none. */
  readonly ghostLoss: number | null
  /** The last validation loss so far; null where there is none. */
  readonly validation: { readonly update: number; readonly loss: number } | null
}

/** What the loss chart tells and is told, beside what every chart reads. */
export type LossChartOptions = {
  readonly world: ChartWorld
  readonly looking: Looking
  readonly read: (reading: LossReading | null) => void
}

const PIXELS_PER_TICK = 80
const PIXELS_PER_DOT = 7
/** A future that is worse by so much than all that was leaves the picture. */
const MOST_TIMES_WORSE = 3

/** The loss of every update beside the validation loss and the best rival; a press shows that update's window in the prediction chart. */
export function createLossChart(canvas: HTMLCanvasElement, options: LossChartOptions): LiveChart {
  const { world, looking, read } = options
  const { history, ghost, store, theme, scheduler } = world
  const lines = createLossLines()
  const overlays = createOverlayLines()
  const ending = new AbortController()
  let hovered: number | null = null
  /** Whether this chart has the crosshair: the other one's is not to be taken away. */
  let pointing = false
  let log = false
  let dotted = false
  let futures: readonly FutureLine[] = []

  const chart: LineChart = createLineChart(canvas, {
    datasets: [...lines.datasets, ...overlays.datasets],
    theme,
    scheduler,
    xTicks: (min, max, width) => countTicks(min, max, width / PIXELS_PER_TICK),
    xLabel: numberNow(world),
    titles: { x: () => sayNow(world)('charts.update'), y: lossTitle },
    yTicks: valueTicks,
    yLabel: formatMark,
    right: {
      yTicks: valueTicks,
      yLabel: formatMark,
      title: () => sayNow(world)('charts.gradientNorm'),
      colour: () => theme.current().norm,
    },
    under: (chart) => {
      shadeShown(chart, world, looking)
      overlays.drawDense(chart)
      lines.drawDense(chart)
    },
    over: (chart) => {
      drawRivals(chart, world)
      if (dotted) lines.drawPoints(chart, theme.current())
      markBest(chart, world)
      drawFutures(chart, futures, theme.current().loss, theme.current())
      overlays.drawNames(chart, ({ name }) => sayNow(world)(name), theme.current())
      flagUpdates(chart, world)
      const update = hoveredUpdate()
      if (update === 0) return
      drawUpright(chart, update, theme.current().inkSoft)
      lines.drawDots(chart, history, update, theme.current())
    },
    onResize: () => drawer.request('in-turn'),
  })

  function lossTitle(): string {
    return sayNow(world)(isLossScaled(store.getState()) ? 'charts.lossScaled' : 'charts.loss')
  }

  function valueTicks(min: number, max: number): number[] {
    return log ? decadeTicks(min, max) : countTicks(min, max, 4, true)
  }

  function curvesShown(): LossCurves {
    const state = store.getState()
    return {
      mean: programShown(state)?.showsRunningMean ?? false,
      norm: state.showGradientNorm,
      ghost: shownGhost(state) ? ghost : null,
    }
  }

  function hoveredUpdate(): number {
    if (hovered === null || history.updates === 0) return 0
    return Math.min(Math.max(Math.round(hovered), history.firstUpdate), history.lastUpdate)
  }

  const drawer = scheduler.addPicture(() => {
    if (history.updates === 0) return false
    const state = store.getState()
    const { run, logLoss } = state
    const curves = curvesShown()
    const others = shownOverlays(state)
    const { firstUpdate, lastUpdate } = history
    const min = firstUpdate === 1 ? 0 : firstUpdate - 1
    const columns = Math.max(100, Math.round(chart.chartArea?.width ?? canvas.clientWidth))
    futures = lossFutures(state, history, sayNow(world))
    const ahead = endOfFutures(futures)
    const max = Math.max(
      updatesEnd(lastUpdate, run?.goal ?? lastUpdate),
      run?.broke?.update ?? 0,
      curves.ghost?.lastUpdate ?? 0,
      ...others.map(({ curve }) => overlaidEnd(curve)),
      ahead === null ? 0 : ahead + (ahead - min) * roomAhead(columns),
    )
    lines.write(history, curves, { min, max }, columns, theme.current())
    overlays.write(others, { min, max }, columns, theme.current())
    dotted = columns / (max - min) > PIXELS_PER_DOT
    log = logLoss
    setEnds(chart, 'x', min, max)
    const level = drawnRival(world)
    const beside = [
      ...(curves.ghost ? [curves.ghost.losses] : []),
      ...others.map(({ curve }) => curve.losses),
    ]
    const worst = MOST_TIMES_WORSE * history.losses.extrema.within(0, history.updates).high
    const levels = [...(level ? [level.mse] : []), ...valuesOfFutures(futures, worst, max)]
    scale('y', [history.losses, history.validation.losses, ...beside], levels)
    scale('right', [history.gradientNorms])
    showRight(chart, curves.norm)
    chart.update('none')
    tellReading(curves)
    return false
  })

  /** What the names of the futures need behind their end, as a part of what is before it. */
  function roomAhead(columns: number): number {
    const names = roomForNames(chart, futures, theme.current())
    return names / Math.max(columns - names, names)
  }

  function scale(axis: VerticalAxis, curves: readonly Curve[], levels: readonly number[] = []) {
    const { min, max } = endsOf(curves, levels, log)
    setScaleType(chart, axis, log ? 'logarithmic' : 'linear')
    setEnds(chart, axis, min, max)
  }

  function tellReading({ mean, norm, ghost }: LossCurves) {
    const update = hoveredUpdate()
    if (pointing) looking.pointed.set(update === 0 ? null : update)
    pointing = update !== 0
    if (update === 0) return read(null)
    read({
      update,
      loss: valueAt(history, history.losses, update),
      meanLoss: mean ? valueAt(history, history.meanLosses, update) : null,
      gradientNorm: norm ? valueAt(history, history.gradientNorms, update) : null,
      ghostLoss: ghost ? numberOrNull(valueAt(ghost, ghost.losses, update)) : null,
      validation: history.validation.at(update),
    })
  }

  function hover(update: number | null) {
    hovered = update
    pointing ||= update !== null
    drawer.request()
  }

  /** Marks the update under the crosshair, and shows its window in the prediction chart. */
  function visit() {
    const update = hoveredUpdate()
    if (update !== 0) store.getState().goTo(update)
  }

  function onKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || history.updates === 0) return
    const { marked, goTo } = store.getState()
    const next = nextUpdate(event.key, hoveredUpdate(), history)
    if (next !== null) hover(next)
    else if (event.key === 'Enter' && hovered !== null) visit()
    else if (event.key === 'Escape' && hovered !== null) hover(null)
    else if (event.key === 'Escape' && marked !== null) goTo(null)
    else return
    event.preventDefault()
  }

  const { signal } = ending
  canvas.addEventListener(
    'pointermove',
    (event) => {
      hover(chart.scales.x?.getValueForPixel(event.offsetX) ?? null)
      if (event.buttons === 1) visit()
    },
    { signal },
  )
  canvas.addEventListener('pointerdown', (event) => event.button === 0 && visit(), { signal })
  canvas.addEventListener('pointerleave', () => hover(null), { signal })
  canvas.addEventListener('blur', () => hover(null), { signal })
  canvas.addEventListener('keydown', onKey, { signal })
  const endShown = looking.shown.onChange(drawer.request)
  const endExport = offerExport(canvas, () => {
    const { mean, norm, ghost } = curvesShown()
    const best = drawnRival(world)
    const rival = best && { name: best.name, mse: best.mse }
    const overlays = shownOverlays(store.getState()).map(({ curve }) => curve)
    return lossExport(chart, world, { mean, norm, ghost, rival, overlays })
  })

  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endShown()
      endExport()
      ending.abort()
      chart.destroy()
    },
  }
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
