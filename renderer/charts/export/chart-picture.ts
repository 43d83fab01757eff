import { drawChartOn } from '../canvas/draw-on'
import type { LineChart } from '../canvas/line-chart'
import type { DrawnPicture } from './exportable'

/** A chart as it is seen at this moment. */
export function chartPicture(chart: LineChart): DrawnPicture {
  const { width, height } = chart
  return { kind: 'drawn', width, height, draw: (ctx) => drawChartOn(chart, ctx) }
}
