import type { HorizonErrors } from '@contract/data/scores'
import { formatMark } from '../store/words/format'
import { countTicks } from './axes/ticks'
import { niceEnd } from './axes/y-range'
import { createLineChart, type LineChart, setEnds } from './canvas/line-chart'
import type { LiveChart } from './canvas/live-chart'
import { translucent } from './canvas/theme'
import { offerExport } from './export/exportable'
import { extentOfValues, type ForecastChartOptions, RIVAL_DASHES, valueLine } from './forecast-chart'
import { horizonExport } from './tables/forecast-table'
import { numberNow, sayNow } from './voice'

const PIXELS_PER_TICK = 60

/** Fills what lies between the 10th and the 90th percentile of the absolute errors. */
function drawPercentiles(
  { ctx, chartArea, scales: { x, y } }: LineChart,
  errors: HorizonErrors,
  colour: string,
) {
  if (!x || !y) return
  const known = [...errors.p10.keys()].filter((index) => Number.isFinite(errors.p90[index]))
  const point = (values: Float64Array) => (index: number) =>
    [x.getPixelForValue(index + 1), y.getPixelForValue(values[index] as number)] as const
  const outline = [...known.map(point(errors.p90)), ...known.toReversed().map(point(errors.p10))]
  ctx.save()
  ctx.beginPath()
  ctx.rect(chartArea.left, chartArea.top, chartArea.right - chartArea.left, chartArea.bottom - chartArea.top)
  ctx.clip()
  ctx.beginPath()
  for (const [left, top] of outline) ctx.lineTo(left, top)
  ctx.fillStyle = translucent(colour, 0.16)
  // A system colour cannot be seen through by its name.
  if (ctx.fillStyle === colour) ctx.globalAlpha = 0.16
  ctx.fill()
  ctx.restore()
}

/** How the error grows with the time steps that a forecast looks ahead, beside the rivals'. */
export function createHorizonChart(
  canvas: HTMLCanvasElement,
  { world, output, update }: Omit<ForecastChartOptions, 'origin'>,
): LiveChart {
  const { theme, scheduler } = world
  const { network, rivals } = output.errors
  const own = valueLine(network.rmse, 1, 2.5, [])
  const others = rivals.map(({ name, errors }) => valueLine(errors.rmse, 1, 1.25, RIVAL_DASHES[name]))
  const [, top] = extentOfValues([network.rmse, network.p90, ...rivals.map(({ errors }) => errors.rmse)])
  const chart = createLineChart(canvas, {
    datasets: [own, ...others],
    theme,
    scheduler,
    xTicks: (min, max, width) => countTicks(min, max, width / PIXELS_PER_TICK),
    xLabel: numberNow(world),
    titles: { x: () => sayNow(world)('forecast.ahead'), y: () => sayNow(world)('forecast.error') },
    yTicks: (min, max) => countTicks(min, max, 4, true),
    yLabel: formatMark,
    under: (chart) => drawPercentiles(chart, network, theme.current().prediction),
  })
  const drawer = scheduler.addPicture(() => {
    own.borderColor = theme.current().prediction
    for (const other of others) other.borderColor = theme.current().rival
    const steps = network.rmse.length
    setEnds(chart, 'x', steps === 1 ? 0 : 1, Math.max(2, steps))
    setEnds(chart, 'y', 0, niceEnd(top * 1.02))
    chart.update('none')
    return false
  })
  const endExport = offerExport(canvas, () => horizonExport(chart, { output, update }))
  return {
    request: drawer.request,
    destroy: () => {
      drawer.remove()
      endExport()
      chart.destroy()
    },
  }
}
