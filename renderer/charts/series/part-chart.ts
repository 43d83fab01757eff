import type { AxisTimes } from '@contract/data/axis-times'
import type { PartName, PartRange } from '@contract/data/parts'
import type { PartOutput, PartPredictions } from '@contract/run/parts/part-predictions'
import { bringIn, extentOfPart, type Span, type ViewMode } from '../../store/state/viewport'
import { formatMark } from '../../store/words/format'
import { seriesRange } from '../axes/y-range'
import { createLineChart, type LineChart, lineDataset, setEnds } from '../canvas/line-chart'
import type { ChartWorld, LiveChart } from '../canvas/live-chart'
import { offerExport } from '../export/exportable'
import { drawBand, drawDot, drawPoints, drawUpright } from '../lines/marks'
import { partExport } from '../tables/part-table'
import { navigate } from '../view/navigation'
import { sayNow } from '../voice'
import { rowsInSight } from './bands'
import { drawJumps } from './draw-under'
import { createBrokenLine, extentOver, rowsToDraw } from './part-lines'
import { nextRow } from './row-keys'
import { type TimeMark, timeMarks } from './time-marks'

/** What is looked at of a part, and what is told of it, which may be of other rows, or nothing yet. */
export type PartView = {
  readonly part: PartName
  /** All rows of the part. */
  readonly rows: PartRange
  readonly times: AxisTimes
  /** Row r lies from r − 0.5 to r + 0.5. */
  readonly span: Span
  /** The output that is shown, counted from 0, and the name of its column. */
  readonly output: number
  readonly name: string
  readonly told: PartPredictions | null
}

/** What stands under the crosshair; NaN where there is none, or where nothing is told yet. */
export type PartReading = { readonly row: number; readonly target: number; readonly prediction: number }

type PartChartOptions = {
  readonly world: ChartWorld
  readonly view: PartView
  readonly look: (mode: ViewMode) => void
  readonly read: (reading: PartReading | null) => void
}

/** A chart of a part, whose view may change while it stays. */
export type PartChart = LiveChart & { readonly show: (view: PartView) => void }

/** From this distance between two rows on, each prediction is marked with a dot. */
const PIXELS_PER_DOT = 7

/** The target of some rows of a part, and what the network says of them when it is shown what was. */
export function createPartChart(canvas: HTMLCanvasElement, options: PartChartOptions): PartChart {
  const { world, look, read } = options
  const { theme, scheduler, store } = world
  let { view } = options
  let crossed: number | null = null
  let times: readonly TimeMark[] = []
  let dotted = false
  const target = createBrokenLine()
  const prediction = createBrokenLine()
  const targetLine = lineDataset(target.points, 5)
  const predictionLine = lineDataset(prediction.points, 1.75)

  const chart: LineChart = createLineChart(canvas, {
    // The first lies on top.
    datasets: [predictionLine, targetLine],
    theme,
    scheduler,
    xTicks: (_, __, width) => {
      times = timeMarks(view.times, view.rows.to, inSight(), width)
      return times.map(({ row }) => row)
    },
    xLabel: (at) => {
      const mark = times.find(({ row }) => row === at)
      return mark ? sayNow(world)(mark.label) : ''
    },
    titles: {
      x: () => (view.times.kind === 'rows' ? sayNow(world)('dataPicture.rows') : view.times.name),
      y: () => view.name,
    },
    yLabel: formatMark,
    under: (chart) => {
      const { partValidation, partTest, inkSoft } = theme.current()
      const { from, to } = view.rows
      drawBand(chart, from - 0.5, to - 0.5, view.part === 'test' ? partTest : partValidation, 0.1)
      drawJumps(chart, Float64Array.from(view.told?.jumps ?? []), inkSoft)
    },
    over: drawOver,
    onResize: () => drawer.request('in-turn'),
  })

  const extent = () => extentOfPart(view.rows)

  function inSight(): PartRange {
    const { from, to } = rowsInSight({ rows: view.rows.to, span: view.span })
    return { from: Math.max(from, view.rows.from), to }
  }

  function shown(): PartOutput | null {
    return view.told?.outputs[view.output] ?? null
  }

  function drawOver(chart: LineChart) {
    const { target: targetColour, prediction: predictionColour, inkSoft, surface } = theme.current()
    drawPoints(chart, target.lone, targetColour, 3)
    drawPoints(chart, dotted ? prediction.points : prediction.lone, predictionColour, 2.25)
    const at = reading()
    if (!at) return
    drawUpright(chart, at.row, inkSoft)
    drawDot(chart, { x: at.row, y: at.target }, targetColour, surface)
    drawDot(chart, { x: at.row, y: at.prediction }, predictionColour, surface)
  }

  function reading(): PartReading | null {
    if (crossed === null) return null
    const index = crossed - (view.told?.rows.from ?? 0)
    const output = shown()
    return {
      row: crossed,
      target: output?.targets[index] ?? Number.NaN,
      prediction: output?.predictions[index] ?? Number.NaN,
    }
  }

  const drawer = scheduler.addPicture(() => {
    const { span, told } = view
    const output = shown()
    const columns = Math.max(100, Math.round(chart.chartArea?.width ?? canvas.clientWidth))
    const colours = theme.current()
    targetLine.borderColor = colours.target
    predictionLine.borderColor = colours.prediction
    let y = seriesRange(Number.NaN, Number.NaN)
    if (told && output) {
      const rows = rowsToDraw(told.rows, span)
      target.write(told, output.targets, rows)
      prediction.write(told, output.predictions, rows)
      y = seriesRange(...extentOver([output.targets, output.predictions], told.rows, rows))
      dotted = (rows.to - rows.from) * PIXELS_PER_DOT < columns
    } else {
      target.hide()
      prediction.hide()
    }
    setEnds(chart, 'x', span.min, span.max)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    read(reading())
    return false
  })

  /** Where a key leads the crosshair, which appears in what is in sight; null for other keys. */
  function rowAfter(key: string): number | null {
    const { from, to } = view.rows
    const sight = inSight()
    if (crossed === null && key.startsWith('Arrow'))
      return key === 'ArrowLeft' || key === 'ArrowDown' ? sight.to - 1 : sight.from
    const next = nextRow(key, crossed === null ? null : crossed - from, to - from, 1, sight.to - sight.from)
    return next === null ? null : from + next
  }

  function cross(row: number | null) {
    crossed = row
    drawer.request()
  }

  /** The row at a place of the axis; none beyond its ends. */
  function hover(place: number | null) {
    if (place === null || place < view.span.min || place > view.span.max) return cross(null)
    cross(Math.min(Math.max(Math.round(place), view.rows.from), view.rows.to - 1))
  }

  const endExport = offerExport(canvas, () => partExport(chart, { ...view, sight: inSight() }))
  const endNavigation = navigate(canvas, {
    span: () => view.span,
    extent,
    timeAt: (pixel) => chart.scales.x?.getValueForPixel(pixel) ?? 0,
    look,
    hover,
    crossed: () => crossed,
    cross: (key) => {
      const state = store.getState()
      if (key === 'Escape' && crossed !== null) cross(null)
      else if (key === 'Escape' && state.marked !== null) state.goTo(null)
      else {
        const row = rowAfter(key)
        if (row === null) return false
        const there = bringIn(view.span, row, extent())
        if (there) look(there)
        cross(row)
      }
      return true
    },
  })

  return {
    request: drawer.request,
    show: (next) => {
      view = next
      if (crossed !== null && (crossed < view.rows.from || crossed >= view.rows.to)) crossed = null
      drawer.request()
    },
    destroy: () => {
      endNavigation()
      endExport()
      drawer.remove()
      chart.destroy()
    },
  }
}
