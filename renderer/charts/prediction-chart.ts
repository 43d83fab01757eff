import type { AxisTimes } from '@contract/data/axis-times'
import type { Plotted } from '../store/curves/curve'
import type { OutputCurves } from '../store/curves/history'
import { nearest } from '../store/curves/search'
import { type FutureLine, predictionFutures } from '../store/selectors/future-lines'
import { pinnedPoint } from '../store/selectors/inside/pinned'
import { shownGhost } from '../store/selectors/moments'
import { programShown } from '../store/selectors/preset-selectors'
import { shownReference } from '../store/selectors/reference-selectors'
import { shownWindows } from '../store/selectors/runs/overlaid'
import { isInputShown, shownOutput } from '../store/state/shown-curves'
import { bringIn, type Extent, extentOf, FOLLOW, type Span, spanOf } from '../store/state/viewport'
import { formatMark } from '../store/words/format'
import { fixedOr, type Range, seriesRange } from './axes/y-range'
import { createLineChart, type LineChart, setEnds } from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { offerExport } from './export/exportable'
import { createCurveLine, type Dense } from './lines/curve-line'
import { type Line, visible } from './lines/decimate'
import { extremesOf } from './lines/extremes'
import { drawFutures, endOfFutures, valuesOfFutures } from './lines/futures'
import { createGhostLine } from './lines/ghost-line'
import { joinedEnd } from './lines/joined-windows'
import { drawBand, drawDot, drawPoints, drawUpright } from './lines/marks'
import { createOverlayWindows } from './lines/overlay-windows'
import { drawWalls } from './lines/window-walls'
import { flagMarked, shadeMarked } from './marked-window'
import { placeLabel, placeTicks, placeTitle } from './place-axis'
import { createReferenceLine } from './reference-line'
import { predictionExport } from './tables/prediction-table'
import { nextPoint } from './view/crosshair-keys'
import { glide } from './view/glide'
import type { Looking } from './view/looking'
import { navigate } from './view/navigation'
import { sayNow } from './voice'

/** What stands under the crosshair. */
export type PredictionReading = {
  readonly update: number
  /** In half periods, or the row of a series (the first is 0). */
  readonly place: number
  /** What its rows are in its own time; null in the lesson. */
  readonly times: AxisTimes | null
  /** NaN where it is missing. */
  readonly target: number
  readonly prediction: number
}

/** What the prediction chart tells and is told, beside what every chart reads. */
export type PredictionChartOptions = {
  readonly world: ChartWorld
  readonly looking: Looking
  readonly read: (reading: PredictionReading | null) => void
}

/** From this distance between two time steps on, each is marked with a dot. */
const PIXELS_PER_DOT = 7
/** Half periods, or windows, of futures that come into the picture: half of what is followed. */
const AHEAD = 5
/** What futures say beyond so many times what is drawn leaves the picture. */
const MOST_TIMES_FARTHER = 4

/** The picture that grows to the right: target and prediction of one output at their own time. */
export function createPredictionChart(canvas: HTMLCanvasElement, options: PredictionChartOptions): LiveChart {
  const { world, looking, read } = options
  const { history, ghost: ghostCurves, store, theme, scheduler } = world
  const target = createCurveLine(5)
  const input = createCurveLine(1.5, [5, 4])
  const prediction = createCurveLine(1.75)
  const ghost = createGhostLine(world)
  const others = createOverlayWindows()
  const reference = createReferenceLine()
  const motion = matchMedia('(prefers-reduced-motion: reduce)')
  let span: Span | null = null
  let hovered: number | null = null
  /** Whether this chart has the crosshair: the other one's is not to be taken away. */
  let pointing = false
  let dotted = false
  let futures: readonly FutureLine[] = []

  const chart: LineChart = createLineChart(canvas, {
    // The first lies on top, and over it what has an order of its own.
    datasets: [
      ...[prediction.dataset, reference.dataset, input.dataset, ghost.dataset, target.dataset],
      ...others.datasets,
    ],
    theme,
    scheduler,
    xTicks: (min, max, width) => placeTicks(history, { min, max }, width),
    xLabel: (place) => placeLabel(history, place, sayNow(world)),
    titles: { x: () => placeTitle(history, sayNow(world)), y: valueTitle },
    yLabel: formatMark,
    under: (chart) => {
      const { from, to } = history.range(history.lastUpdate)
      const { at } = history.times
      if (to > from) drawBand(chart, at(from), at(to - 1), theme.current().prediction, 0.09)
      shadeMarked(chart, world)
      for (const curve of [target, ghost, input, prediction]) curve.drawDense(chart)
    },
    over: drawOver,
    onResize: () => drawer.request('in-turn'),
  })

  /** With the first windows of futures, where some are known. */
  function extent(): Extent {
    const all = extentOf(history)
    const end = endOfFutures(futures)
    return end === null ? all : { ...all, max: Math.max(all.max, Math.min(end, all.max + AHEAD * all.unit)) }
  }

  function shown(): OutputCurves {
    const found = history.outputs[shownOutput(store.getState())]
    if (!found) throw new Error('a run has no output')
    return found
  }

  /** The column that is drawn; the lesson's are both of one kind. */
  function valueTitle(): string {
    const { axis, targets } = history.facts
    return (axis === 'time-steps' && targets[shownOutput(store.getState())]) || sayNow(world)('charts.value')
  }

  function isSeries(): boolean {
    return history.facts.axis === 'time-steps'
  }

  /** Of all that is drawn, in whatever unit the output is; the lesson's programs may have an axis that stays. */
  function endsOf(values: readonly number[]): Range {
    const [least, greatest] = [Math.min(...values), Math.max(...values)]
    if (isSeries()) return seriesRange(least, greatest)
    const known = values.length > 0
    return fixedOr(programShown(store.getState())?.yRange, known ? least : -1, known ? greatest : 1)
  }

  function hoveredPoint(): number {
    return hovered === null ? -1 : nearest(history.times, hovered)
  }

  function drawOver(chart: LineChart) {
    drawFutures(chart, futures, theme.current().prediction, theme.current())
    flagMarked(chart, world)
    drawWalls(chart, world, span)
    if (dotted) drawPoints(chart, prediction.points, theme.current().prediction, 2.25)
    const pinned = pinnedPoint(store.getState(), history)
    if (pinned !== null) drawCross(chart, pinned, theme.current().ink)
    const point = hoveredPoint()
    if (point >= 0) drawCross(chart, point, theme.current().inkSoft)
  }

  function drawCross(chart: LineChart, point: number, colour: string) {
    const x = history.times.at(point)
    const { surface, target, prediction } = theme.current()
    drawUpright(chart, x, colour)
    drawDot(chart, { x, y: shown().targets.at(point) }, target, surface)
    drawDot(chart, { x, y: shown().predictions.at(point) }, prediction, surface)
  }

  function tellReading() {
    const hovered = hoveredPoint()
    if (pointing) looking.pointed.set(hovered < 0 ? null : history.updateAt(hovered))
    pointing = hovered >= 0
    const point = pointing ? hovered : pinnedPoint(store.getState(), history)
    if (point === null) return read(null)
    // What was read last stays while this is read from the record.
    if (!history.steps.want(point, point + 1)) return
    const { targets, predictions } = shown()
    read({
      update: history.updateAt(point),
      place: history.placeAt(point),
      times: isSeries() ? history.facts.times : null,
      target: targets.at(point),
      prediction: predictions.at(point),
    })
  }

  /** From a quarter of a window a column on, no swing can be seen any more: the bands between them can. */
  function denseFor(points: number, columns: number): Dense {
    const { from, to } = history.range(history.lastUpdate)
    const window = to - from
    // What swings in a period of the lesson swings in the next one as well; a series promises nothing.
    if (isSeries()) return { as: 'band', spread: 0 }
    return points / columns < window / 4 ? { as: 'bars' } : { as: 'band', spread: 2 * window }
  }

  const drawer = scheduler.addPicture(() => {
    if (history.updates === 0) return false
    const state = store.getState()
    const { viewMode } = state
    const { targets, predictions } = shown()
    const showInput = isInputShown(state)
    futures = predictionFutures(state, history, shownOutput(state), sayNow(world))
    const all = extent()
    const wanted = spanOf(viewMode, all)
    span = glide(span, wanted, viewMode, all.max, motion.matches)
    const columns = Math.max(100, Math.round(chart.chartArea?.width ?? canvas.clientWidth))
    const axis = history.times
    const { from, to } = visible(axis, span)
    const isComing = !history.steps.want(from, to + 1)
    const line = (curve: Plotted): Line => ({ axis, curve, isComing })
    const windowEnd = (index: number) => history.range(history.updateAt(index)).to
    const dense = denseFor(to - from, columns)
    const joined = (index: number) => joinedEnd(history, index)
    target.write(line(targets), span, columns, joined, dense)
    // Two windows are two networks' words: no line leads from the one to the other.
    prediction.write(line(predictions), span, columns, windowEnd, dense)
    if (showInput) input.write(line(history.inputs), span, columns, joined, dense)
    else input.hide()
    const ghostExtremes = ghost.write(span, columns, dense)
    const said = others.write(shownWindows(state, history), shownOutput(state), theme.current())
    reference.write(history, shownReference(state), theme.current().reference)
    dotted = (to - from) * PIXELS_PER_DOT < columns
    const colours = theme.current()
    target.dress({ colour: colours.target })
    input.dress({ colour: colours.input, denseOpacity: 0.6 })
    prediction.dress({ colour: colours.prediction, denseOpacity: 0.6 })
    // The lesson's target and input keep to what an axis has at least.
    const drawn = isSeries() ? [targets, predictions, ...(showInput ? [history.inputs] : [])] : [predictions]
    const extremes = [...drawn.flatMap((curve) => extremesOf(curve, from, to + 1)), ...ghostExtremes, ...said]
    const most = MOST_TIMES_FARTHER * Math.max(...extremes.map(Math.abs))
    const y = endsOf([...extremes, ...valuesOfFutures(futures, most, span.max)])
    setEnds(chart, 'x', span.min, span.max)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    looking.shown.set(span)
    tellReading()
    return span.max !== wanted.max
  })

  const endExport = offerExport(canvas, () => {
    const state = store.getState()
    const ofGhost = shownGhost(state) && ghostCurves.updates > 0
    const shown = span && {
      ...{ history, span, output: shownOutput(state), input: isInputShown(state) },
      ...{ ghost: ofGhost ? ghostCurves : null, reference: shownReference(state) },
      windows: shownWindows(state, history),
    }
    return predictionExport(chart, shown)
  })
  const endNavigation = navigate(canvas, {
    span: () => span ?? spanOf(store.getState().viewMode, extent()),
    extent,
    timeAt: (pixel) => chart.scales.x?.getValueForPixel(pixel) ?? 0,
    look: store.getState().look,
    hover,
    press: (time) => {
      const [state, point] = [store.getState(), nearest(history.times, time)]
      if (point === pinnedPoint(state, history)) state.pointAtStep(null)
      else if (point >= 0) state.pinPoint(point)
    },
    crossed: () => hovered,
    cross: (key) => {
      if (history.points === 0) return false
      const state = store.getState()
      if (key === 'Enter') {
        state.mark(hovered === null ? null : history.updateAt(hoveredPoint()))
        if (hovered !== null) state.pinPoint(hoveredPoint())
      } else if (key === 'Escape' && hovered !== null) hover(null)
      else if (key === 'Escape' && (state.isStepPinned || state.marked !== null)) {
        state.pointAtStep(null)
        if (state.marked !== null) state.goTo(null)
      } else {
        const next = nextPoint(key, hoveredPoint(), history)
        if (next === null) return false
        const time = history.times.at(next)
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
      endExport()
      looking.pointed.set(null)
      looking.shown.set(null)
      chart.destroy()
    },
  }
}
