import type { Plotted } from '../store/curves/curve'
import type { History } from '../store/curves/history'
import { programShown } from '../store/selectors/preset-selectors'
import { formatMark } from '../store/words/format'
import { piLabel, piTicks } from './axes/pi-ticks'
import { fixedOr } from './axes/y-range'
import { createLineChart, type LineChart, type LineDataset, lineDataset, setEnds } from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { createPointPool, type PointPool } from './canvas/point-pool'
import { translucent } from './canvas/theme'
import { offerExport } from './export/exportable'
import { foldOffset, foldWindow } from './lines/fold'
import { type PeriodShown, periodExport } from './tables/period-table'
import type { Looking } from './view/looking'
import { numberNow, sayNow } from './voice'

/** Twelve periods of two windows: more is a smear, fewer show no way that was gone. */
const MOST_WINDOWS = 24
/** Time steps drawn in all, so that windows of two hundred stay as quick as windows of ten. */
const MOST_POINTS = 2400

/** How strongly the window that is so many windows old is drawn; the two newest make the present period. */
function opacity(age: number): number {
  const periods = Math.floor(age / 2)
  return periods === 0 ? 1 : Math.max(0.5 * 0.8 ** (periods - 1), 0.05)
}

function fold(history: History, update: number, { at }: Plotted, pool: PointPool) {
  const { from, to } = history.range(update)
  foldWindow(
    history.times.at,
    from,
    to,
    (place, index) => pool.add(place, at(index)),
    () => pool.add(0, Number.NaN),
  )
  return { from, to }
}

/** What the chart of one period tells and is told, beside what every chart reads. */
export type PeriodChartOptions = {
  readonly world: ChartWorld
  readonly looking: Looking
  /** The updates whose windows are drawn: from `first` to `last`, of which `newest` is the run's last. */
  readonly tell: (drawn: PeriodShown) => void
}

/**
 * The windows up to the update that is looked at (the newest, while none is) over one period, older ones fading, the
 * target under them. The lesson's curve has a period, and one output.
 */
export function createPeriodChart(canvas: HTMLCanvasElement, options: PeriodChartOptions): LiveChart {
  const { world, looking, tell } = options
  const { history, store, theme, scheduler } = world
  const number = numberNow(world)
  const targetPool = createPointPool()
  const target = lineDataset(targetPool.points, 6)
  const windows: { readonly pool: PointPool; readonly line: LineDataset }[] = []
  for (let age = MOST_WINDOWS - 1; age >= 0; age--) {
    const pool = createPointPool()
    windows.unshift({ pool, line: lineDataset(pool.points, age < 2 ? 2.25 : 1.25) })
  }

  const chart: LineChart = createLineChart(canvas, {
    // The first lies on top: the newest window, then older and older ones, the target under all.
    datasets: [...windows.map(({ line }) => line), target],
    theme,
    scheduler,
    xTicks: (min, max, width) => piTicks({ min, max }, Math.min(4, width / 50)),
    xLabel: (halfPeriods) => piLabel(halfPeriods, number),
    titles: { x: () => sayNow(world)('charts.time'), y: () => sayNow(world)('charts.value') },
    yLabel: formatMark,
  })

  let drawn: PeriodShown | null = null

  const drawer = scheduler.addPicture(() => {
    const [output] = history.outputs
    if (history.updates === 0 || !output) return false
    const { targets, predictions } = output
    const { lastUpdate: newestUpdate, firstUpdate } = history
    const looked = looking.pointed.get() ?? store.getState().marked ?? newestUpdate
    const lastUpdate = Math.min(Math.max(looked, firstUpdate), newestUpdate)
    const newest = history.range(lastUpdate)
    const fitting = Math.floor(MOST_POINTS / Math.max(1, newest.to - newest.from))
    const count = Math.min(Math.max(4, fitting), MOST_WINDOWS, lastUpdate - firstUpdate + 1)
    // What was drawn stays until it is read.
    if (!history.steps.want(history.range(lastUpdate - count + 1).from, newest.to)) return false
    drawn = { first: lastUpdate - count + 1, last: lastUpdate, newest: newestUpdate }
    tell(drawn)
    const colours = theme.current()
    let [least, greatest] = [-1, 1]
    targetPool.begin()
    for (let age = 0; age < MOST_WINDOWS; age++) {
      const window = windows[age]
      if (!window) continue
      window.pool.begin()
      if (age < count) {
        const { from, to } = fold(history, lastUpdate - age, predictions, window.pool)
        const { low, high } = predictions.extrema.within(from, to)
        if (low < least) least = low
        if (high > greatest) greatest = high
      }
      window.pool.end()
      window.line.borderColor = translucent(colours.prediction, opacity(age))
    }
    // The window that lies left in the period first, or the target's line would run back through the picture.
    const pair = [lastUpdate - 1, lastUpdate].filter((update) => update >= firstUpdate)
    pair.sort((a, b) => foldedStart(history, a) - foldedStart(history, b))
    for (const update of pair) {
      fold(history, update, targets, targetPool)
      // Windows of several half periods lie on each other and are not the halves of one line.
      if (store.getState().run?.config.data.span === 'random') targetPool.add(0, Number.NaN)
    }
    targetPool.end()
    target.borderColor = colours.target
    const y = fixedOr(programShown(store.getState())?.yRange, least, greatest)
    setEnds(chart, 'x', 0, 2)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    return false
  })

  const endExport = offerExport(canvas, () => periodExport(chart, world, drawn))
  const endLooking = looking.pointed.onChange(drawer.request)

  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endLooking()
      endExport()
      chart.destroy()
    },
  }
}

function foldedStart(history: History, update: number): number {
  const { from, to } = history.range(update)
  const { at } = history.times
  return at(from) - foldOffset(at(from), at(to - 1))
}
