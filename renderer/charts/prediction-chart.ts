import { nearest } from '../store/curves/search'
import { currentPreset } from '../store/selectors/preset-selectors'
import { shownReference } from '../store/selectors/reference-selectors'
import { bringIn, FOLLOW, type Span, spanOf } from '../store/state/viewport'
import { formatMark } from '../store/words/format'
import { timeAxis } from './axes/axis'
import { piLabel, piTicks } from './axes/pi-ticks'
import { fixedOr } from './axes/y-range'
import { createLineChart, type LineChart, setEnds } from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { createCurveLine, type Dense } from './lines/curve-line'
import { type Line, visible } from './lines/decimate'
import { drawBand, drawDot, drawPoints, drawUpright } from './lines/marks'
import { flagMarked, shadeMarked } from './marked-window'
import { createReferenceLine } from './reference-line'
import { nextPoint } from './view/crosshair-keys'
import { glide } from './view/glide'
import type { Looking } from './view/looking'
import { navigate } from './view/navigation'
import { numberNow, sayNow } from './voice'

/** What stands under the crosshair. */
export type PredictionReading = {
  readonly update: number
  readonly time: number
  readonly input: number
  readonly target: number
  readonly prediction: number
}

/** What the prediction chart tells and is told, beside what every chart reads. */
export type PredictionChartOptions = {
  readonly world: ChartWorld
  readonly looking: Looking
  readonly read: (reading: PredictionReading | null) => void
}

const PIXELS_PER_TICK = 70
/** From this distance between two time steps on, each is marked with a dot. */
const PIXELS_PER_DOT = 7

/** The picture that grows to the right: target and prediction at their own t. */
export function createPredictionChart(canvas: HTMLCanvasElement, options: PredictionChartOptions): LiveChart {
  const { world, looking, read } = options
  const { history, store, theme, scheduler } = world
  const number = numberNow(world)
  const target = createCurveLine(5)
  const input = createCurveLine(1.5, [5, 4])
  const prediction = createCurveLine(1.75)
  const reference = createReferenceLine()
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  let span: Span | null = null
  let hovered: number | null = null
  /** Whether this chart has the crosshair: the other one's is not to be taken away. */
  let pointing = false
  let dotted = false

  const chart: LineChart = createLineChart(canvas, {
    // The first lies on top.
    datasets: [prediction.dataset, reference.dataset, input.dataset, target.dataset],
    theme,
    xTicks: (min, max, width) => piTicks({ min, max }, width / PIXELS_PER_TICK),
    xLabel: (radians) => piLabel(radians, number),
    titles: { x: () => sayNow(world)('charts.time'), y: () => sayNow(world)('charts.value') },
    yLabel: formatMark,
    under: (chart) => {
      const { from, to } = history.range(history.lastUpdate)
      const times = history.times.data
      if (to > from) drawBand(chart, times[from] ?? 0, times[to - 1] ?? 0, theme.current().prediction, 0.09)
      shadeMarked(chart, world)
      for (const curve of [target, input, prediction]) curve.drawDense(chart)
    },
    over: drawOver,
    onResize: () => drawer.request(),
  })

  const extent = (): Span => {
    const times = history.times.data
    return { min: times[0] ?? 0, max: times[history.points - 1] ?? 0 }
  }

  function hoveredPoint(): number {
    return hovered === null ? -1 : nearest(history.times.data, hovered, history.points)
  }

  function drawOver(chart: LineChart) {
    flagMarked(chart, world)
    if (dotted) drawPoints(chart, prediction.points, theme.current().prediction, 2.25)
    const point = hoveredPoint()
    if (point < 0) return
    const x = history.times.data[point] ?? 0
    const { inkSoft, surface, target: targetColour, prediction: predictionColour } = theme.current()
    drawUpright(chart, x, inkSoft)
    drawDot(chart, { x, y: history.targets.values.data[point] ?? 0 }, targetColour, surface)
    drawDot(chart, { x, y: history.predictions.values.data[point] ?? 0 }, predictionColour, surface)
  }

  function tellReading() {
    const point = hoveredPoint()
    if (pointing) looking.pointed.set(point < 0 ? null : history.updateAt(point))
    pointing = point >= 0
    if (point < 0) return read(null)
    read({
      update: history.updateAt(point),
      time: history.times.data[point] ?? 0,
      input: history.inputs.values.data[point] ?? 0,
      target: history.targets.values.data[point] ?? 0,
      prediction: history.predictions.values.data[point] ?? 0,
    })
  }

  /** From a quarter of a window a column on, no swing can be seen any more: the bands between them can. */
  function denseFor(points: number, columns: number): Dense {
    const { from, to } = history.range(history.lastUpdate)
    const window = to - from
    return points / columns < window / 4 ? { as: 'bars' } : { as: 'band', spread: 2 * window }
  }

  const drawer = scheduler.add(() => {
    if (history.updates === 0) return false
    const state = store.getState()
    const { viewMode, showInput } = state
    const all = extent()
    const wanted = spanOf(viewMode, all)
    span = glide(span, wanted, viewMode, all.max, motion.matches)
    const columns = Math.max(100, Math.round(chart.chartArea?.width ?? canvas.clientWidth))
    const axis = timeAxis(history)
    const line = (curve: Line['curve']): Line => ({ axis, curve })
    const { from, to } = visible(axis, span)
    const windowEnd = (index: number) => history.range(history.updateAt(index)).to
    const dense = denseFor(to - from, columns)
    target.write(line(history.targets), span, columns, undefined, dense)
    // Two windows are two networks' words: no line leads from the one to the other.
    prediction.write(line(history.predictions), span, columns, windowEnd, dense)
    if (showInput) input.write(line(history.inputs), span, columns, undefined, dense)
    else input.hide()
    reference.write(history, shownReference(state), theme.current().reference)
    dotted = (to - from) * PIXELS_PER_DOT < columns
    const colours = theme.current()
    target.dress({ colour: colours.target })
    input.dress({ colour: colours.input, denseOpacity: 0.6 })
    prediction.dress({ colour: colours.prediction, denseOpacity: 0.6 })
    const extremes = history.predictions.extrema.within(from, to + 1)
    const values = history.predictions.values.data
    const { yRange } = currentPreset(state)
    const y = fixedOr(yRange, values[extremes.least] ?? -1, values[extremes.greatest] ?? 1)
    setEnds(chart, 'x', span.min, span.max)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    looking.shown.set(span)
    tellReading()
    return span.max !== wanted.max
  })

  const endNavigation = navigate(canvas, {
    span: () => span ?? spanOf(store.getState().viewMode, extent()),
    extent,
    timeAt: (pixel) => chart.scales.x?.getValueForPixel(pixel) ?? 0,
    look: store.getState().look,
    hover,
    crossed: () => hovered,
    cross: (key) => {
      if (history.points === 0) return false
      const state = store.getState()
      if (key === 'Enter') state.mark(hovered === null ? null : history.updateAt(hoveredPoint()))
      else if (key === 'Escape' && hovered !== null) hover(null)
      else if (key === 'Escape' && state.marked !== null) state.mark(null)
      else {
        const next = nextPoint(key, hoveredPoint(), history)
        if (next === null) return false
        const time = history.times.data[next] ?? 0
        const there = bringIn(span ?? spanOf(state.viewMode, extent()), time, extent())
        if (key === 'End') state.look(FOLLOW)
        else if (there) state.look(there)
        hover(time)
      }
      return true
    },
  })

  function hover(time: number | null) {
    hovered = time
    pointing ||= time !== null
    drawer.request()
  }

  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endNavigation()
      looking.pointed.set(null)
      chart.destroy()
    },
  }
}
