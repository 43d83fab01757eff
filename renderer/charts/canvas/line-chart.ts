import {
  Chart,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js'
import { fitting } from './fitting'
import { keepPlace, takePlace } from './placed'
import type { Point } from './point-pool'
import type { Scheduler } from './scheduler'
import type { ThemeSource } from './theme'

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale)

/** A chart of lines, with points given as they are drawn. */
export type LineChart = Chart<'line', Point[], unknown>

/** One line of a chart. */
export type LineDataset = ChartDataset<'line', Point[]>

/** What the charts of this app differ in. */
export type LineChartOptions = {
  readonly datasets: LineDataset[]
  readonly theme: ThemeSource
  readonly scheduler: Scheduler
  /** Marks of the horizontal axis for its present ends. */
  readonly xTicks: (min: number, max: number, width: number) => number[]
  readonly xLabel: (value: number) => string
  /** What the axes measure, in the language of the moment. */
  readonly titles: { readonly x: () => string; readonly y: () => string }
  /** Marks of the vertical axis for its present ends; left out, chart.js chooses. */
  readonly yTicks?: (min: number, max: number) => number[]
  readonly yLabel: (value: number) => string
  /** A second vertical axis at the right; not in sight until it is shown. */
  readonly right?: {
    readonly yTicks: (min: number, max: number) => number[]
    readonly yLabel: (value: number) => string
    readonly title: () => string
    readonly colour: () => string
  }
  /** Draws under the lines. */
  readonly under?: (chart: LineChart) => void
  /** Draws over the lines. */
  readonly over?: (chart: LineChart) => void
  /** Its place has another size: for what depends on where its lines lie, and how many columns they have. */
  readonly onResize?: () => void
}

/** A vertical axis: at the left, or the second one at the right. */
export type VerticalAxis = 'y' | 'right'

/** Least width of a vertical axis in pixels, so that charts stand in line; longer marks make it wider. */
const AXIS_WIDTH = 58
/** What the horizontal axis takes of the height, with its title, in CSS pixels. */
const AXIS_HEIGHT = 46

/** A line that is drawn from a pool's points, without marks of its own. */
export function lineDataset(points: Point[], width: number): LineDataset {
  return {
    data: points,
    borderWidth: width,
    pointRadius: 0,
    borderJoinStyle: 'round',
    borderCapStyle: 'round',
  }
}

/** A chart of chart.js over the canvas, with its own axes, animation and events off: it draws only when it is told to. */
export function createLineChart(canvas: HTMLCanvasElement, options: LineChartOptions): LineChart {
  const { datasets, theme, xTicks, xLabel, titles, yTicks, yLabel, right, under, over } = options
  const tickColour = () => theme.current().inkSoft
  const font = () => ({ family: theme.current().font, size: 12 })
  const title = (words: () => string) => ({
    display: true,
    text: words(),
    font: () => ({ family: theme.current().font, size: 11 }),
    padding: 0,
  })
  /** chart.js takes a title's words and colour as they are when it is drawn. */
  const dressTitles = ({ options, ctx, width, height }: LineChart) => {
    const { x, y, right: second } = options.scales ?? {}
    ctx.font = `11px ${theme.current().font}`
    const measure = (text: string) => ctx.measureText(text).width
    // In a place that is out of sight the chart may have no size.
    const upright = height > 0 ? height - AXIS_HEIGHT : Number.POSITIVE_INFINITY
    const level = width > 0 ? width - AXIS_WIDTH : Number.POSITIVE_INFINITY
    for (const [axis, words, color, room] of [
      [x, titles.x(), tickColour(), level],
      [y, titles.y(), tickColour(), upright],
      [second, right?.title(), right?.colour(), upright],
    ] as const) {
      const titled = axis as { title?: { text?: unknown; color?: unknown } } | undefined
      if (titled?.title) Object.assign(titled.title, { text: words && fitting(words, room, measure), color })
    }
  }
  let endPlace = () => {}
  takePlace(canvas)
  const chart: LineChart = new Chart<'line', Point[], unknown>(canvas, {
    type: 'line',
    data: { datasets },
    plugins: [
      {
        id: 'overlay',
        beforeUpdate: (chart) => dressTitles(chart as LineChart),
        beforeDatasetsDraw: (chart) => under?.(chart as LineChart),
        afterDatasetsDraw: (chart) => over?.(chart as LineChart),
        afterDestroy: () => endPlace(),
      },
    ],
    options: {
      // Its place is kept by the page's own clock.
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      parsing: false,
      normalized: true,
      // Pointer and keys are the panels' own matter; chart.js need not look for points under the pointer.
      events: [],
      // The focus is shown by a frame inside of the canvas: no title lies under it.
      layout: { padding: { top: 6, right: 10, bottom: 2, left: 3 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: 1,
          title: title(titles.x),
          border: { display: false },
          grid: { color: () => theme.current().line, tickLength: 4 },
          ticks: {
            color: tickColour,
            font,
            padding: 4,
            maxRotation: 0,
            autoSkip: false,
            callback: (value) => xLabel(Number(value)),
          },
          afterBuildTicks: (axis) => {
            axis.ticks = xTicks(axis.min, axis.max, axis.width).map((value) => ({ value }))
          },
        },
        y: {
          type: 'linear',
          min: -1,
          max: 1,
          title: title(titles.y),
          border: { display: false },
          grid: { color: () => theme.current().line, drawTicks: false },
          ticks: {
            color: tickColour,
            font,
            padding: 8,
            includeBounds: false,
            maxTicksLimit: 6,
            callback: (value) => yLabel(Number(value)),
          },
          ...(yTicks && {
            afterBuildTicks: (axis: { ticks: { value: number }[]; min: number; max: number }) => {
              axis.ticks = yTicks(axis.min, axis.max).map((value) => ({ value }))
            },
          }),
          afterFit: (axis) => {
            axis.width = Math.max(AXIS_WIDTH, Math.ceil(axis.width))
          },
        },
        ...(right && {
          right: {
            type: 'linear',
            position: 'right',
            display: false,
            title: title(right.title),
            min: 0,
            max: 1,
            border: { display: false },
            // Its marks lie between those of the other axis: one grid is enough.
            grid: { drawOnChartArea: false, drawTicks: false },
            ticks: {
              color: right.colour,
              font,
              padding: 8,
              callback: (value: string | number) => right.yLabel(Number(value)),
            },
            afterBuildTicks: (axis: { ticks: { value: number }[]; min: number; max: number }) => {
              axis.ticks = right.yTicks(axis.min, axis.max).map((value) => ({ value }))
            },
          },
        }),
      },
    },
  })
  endPlace = keepPlace(chart, options.scheduler)
  if (options.onResize) chart.options.onResize = options.onResize
  return chart
}

/** Sets the ends of an axis for the next draw. */
export function setEnds(chart: LineChart, axis: 'x' | VerticalAxis, min: number, max: number) {
  const scale = chart.options.scales?.[axis]
  if (!scale) return
  scale.min = min
  scale.max = max
}

/** From the next draw on the vertical axis is of that type. */
export function setScaleType(chart: LineChart, axis: VerticalAxis, type: 'linear' | 'logarithmic') {
  const scale = chart.options.scales?.[axis]
  if (scale && scale.type !== type) (scale as { type: string }).type = type
}

/** Shows or hides the axis at the right from the next draw on. */
export function showRight(chart: LineChart, shown: boolean) {
  const scale = chart.options.scales?.right
  if (scale) scale.display = shown
}
