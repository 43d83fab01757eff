import type { RivalName } from '@contract/data/scores'
import type { OutputForecast } from '@contract/run/forecast'
import { timeText } from '../store/words/axis-words'
import { formatMark } from '../store/words/format'
import { countTicks } from './axes/ticks'
import { seriesRange } from './axes/y-range'
import { createLineChart, type LineDataset, lineDataset, setEnds } from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { createPointPool } from './canvas/point-pool'
import { offerExport } from './export/exportable'
import { forecastExport } from './tables/forecast-table'
import { sayNow } from './voice'

/** Rivals have one colour, and a dash each: pixels of line and gap in turn. */
export const RIVAL_DASHES: Readonly<Record<RivalName, readonly number[]>> = {
  mean: [2, 4],
  persistence: [6, 3],
  'seasonal-naive': [8, 3, 2, 3],
  linear: [14, 4],
}
export const TEACHER_DASH: readonly number[] = [4, 3]

const PIXELS_PER_TICK = 110

/** What a chart of a forecast is made from. */
export type ForecastChartOptions = {
  readonly world: ChartWorld
  /** The last known row; the first value of each line is of the next. */
  readonly origin: number
  readonly output: OutputForecast
  /** Updates that the weights have seen. */
  readonly update: number
}

/** A line through values at whole places, from `first` on. A known value between unknown ones is a point: no line leads to it. */
export function valueLine(
  values: Float64Array,
  first: number,
  width: number,
  dash: readonly number[],
): LineDataset {
  const pool = createPointPool()
  pool.begin()
  for (const [index, value] of values.entries()) pool.add(first + index, value)
  pool.end()
  const isKnown = (index: number) => Number.isFinite(values[index])
  return {
    ...lineDataset(pool.points, width),
    borderDash: [...dash],
    borderCapStyle: 'butt',
    pointRadius: [...values.keys()].map((at) => (isKnown(at - 1) || isKnown(at + 1) ? 0 : width + 1)),
    pointBorderWidth: 0,
    pointBackgroundColor: ({ dataset }) => dataset.borderColor as string,
  }
}

/** The least and the greatest known value of some lines; not finite where there is none. */
export function extentOfValues(lines: readonly Float64Array[]): readonly [number, number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const line of lines)
    for (const value of line) {
      if (!Number.isFinite(value)) continue
      least = Math.min(least, value)
      greatest = Math.max(greatest, value)
    }
  return [least, greatest]
}

/** A forecast in closed loop over the teacher-forced one, what was, and the rivals' forecasts. */
export function createForecastChart(canvas: HTMLCanvasElement, options: ForecastChartOptions): LiveChart {
  const { world, origin, output, update } = options
  const { history, theme, scheduler } = world
  const first = origin + 1
  const { closedLoop, teacherForced, truth } = output
  const own = valueLine(closedLoop, first, 2.5, [])
  const forced = valueLine(teacherForced, first, 1.75, TEACHER_DASH)
  const target = valueLine(truth, first, 4, [])
  const rivals = output.rivals.map(({ name, values }) => valueLine(values, first, 1, RIVAL_DASHES[name]))
  // A rival that runs away must not make the others flat.
  const y = seriesRange(...extentOfValues([closedLoop, teacherForced, truth]))
  const label = (row: number) => {
    const say = sayNow(world)
    const time = timeText(history.facts.times, row)
    return time === null ? say('charts.number', { value: row + 1 }) : say(time)
  }
  // Where rows have no times, round numbers as a person counts them, from 1.
  const counted = history.facts.times.kind === 'rows' ? 1 : 0
  const chart = createLineChart(canvas, {
    // The first lies on top.
    datasets: [own, forced, ...rivals, target],
    theme,
    scheduler,
    xTicks: (min, max, width) =>
      countTicks(min + counted, max + counted, width / PIXELS_PER_TICK).map((at) => at - counted),
    xLabel: label,
    titles: { x: () => rowTitle(world), y: () => output.name },
    yLabel: formatMark,
  })
  const drawer = scheduler.addPicture(() => {
    const colours = theme.current()
    own.borderColor = colours.prediction
    forced.borderColor = colours.meanLoss
    target.borderColor = colours.target
    for (const rival of rivals) rival.borderColor = colours.rival
    const last = origin + closedLoop.length
    // One value alone stands in the middle, and not half beyond the edge.
    setEnds(chart, 'x', last === first ? first - 1 : first, Math.max(first + 1, last))
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    return false
  })
  const endExport = offerExport(canvas, () =>
    forecastExport(chart, { output, origin, update, times: history.facts.times }),
  )
  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endExport()
      chart.destroy()
    },
  }
}

function rowTitle({ history, store }: ChartWorld): string {
  const { times } = history.facts
  return times.kind === 'rows' ? sayNow({ store })('forecast.row') : times.name
}
