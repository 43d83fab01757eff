import type { DataPreview } from '@contract/data/data-preview'
import { formatMark } from '../store/words/format'
import { piLabel, piTicks } from './axes/pi-ticks'
import { curveRange } from './axes/y-range'
import { createLineChart, lineDataset, setEnds } from './canvas/line-chart'
import type { ChartWorld, LiveChart } from './canvas/live-chart'
import { createPointPool, type PointPool } from './canvas/point-pool'
import { offerExport } from './export/exportable'
import { dataExport } from './tables/data-tables'
import { numberNow, sayNow } from './voice'

/** Points in half periods of times in radians. */
function pooled(times: Float32Array, values: Float32Array): PointPool {
  const pool = createPointPool()
  pool.begin()
  for (let index = 0; index < times.length; index++)
    pool.add((times[index] ?? 0) / Math.PI, values[index] ?? 0)
  pool.end()
  return pool
}

/** The lesson's first picture: the data itself, before anything is learned from it. */
export function createDataChart(
  canvas: HTMLCanvasElement,
  data: DataPreview,
  world: Pick<ChartWorld, 'scheduler' | 'store' | 'theme'>,
): LiveChart {
  const number = numberNow(world)
  const target = lineDataset(pooled(data.times, data.targets).points, 4)
  const input = lineDataset(pooled(data.times, data.inputs).points, 2.5)
  const chart = createLineChart(canvas, {
    datasets: [target, input],
    theme: world.theme,
    scheduler: world.scheduler,
    xTicks: (min, max) => piTicks({ min, max }, 2),
    xLabel: (halfPeriods) => piLabel(halfPeriods, number),
    titles: { x: () => sayNow(world)('charts.time'), y: () => sayNow(world)('charts.value') },
    yLabel: formatMark,
  })
  const drawer = world.scheduler.addPicture(() => {
    const { target: targetColour, input: inputColour } = world.theme.current()
    target.borderColor = targetColour
    input.borderColor = inputColour
    const y = curveRange(-1, 1)
    setEnds(chart, 'x', (data.times[0] ?? 0) / Math.PI, (data.times.at(-1) ?? 2 * Math.PI) / Math.PI)
    setEnds(chart, 'y', y.min, y.max)
    chart.update('none')
    return false
  })
  const endExport = offerExport(canvas, () => dataExport(chart, data))
  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endExport()
      chart.destroy()
    },
  }
}
