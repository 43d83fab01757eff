import type { AxisTimes } from '@contract/data/axis-times'
import type { HorizonErrors } from '@contract/data/scores'
import { text } from '@contract/language/texts'
import type { OutputForecast } from '@contract/run/forecast'
import type { LineChart } from '../canvas/line-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import type { ViewColumn, ViewTable } from '../export/view-table'
import { counting } from './columns'
import { rowColumns, rowsBetween } from './places'

/** A forecast that a chart shows. */
export type ForecastShown = {
  readonly output: OutputForecast
  /** The last row that is known, counted from 0. */
  readonly origin: number
  /** Updates that the weights have seen. */
  readonly update: number
  readonly times: AxisTimes
}

/** The chart of a forecast as it can be saved. */
export function forecastExport(chart: LineChart, shown: ForecastShown): Exportable {
  return {
    name: 'forecast',
    title: text('forecast.title'),
    update: shown.update,
    picture: chartPicture(chart),
    table: () => forecastTable(shown),
  }
}

/** A row for every row after the origin: what was, what is said of it in closed loop and shown what was, and by each rival. */
export function forecastTable({ output, origin, times }: ForecastShown): ViewTable {
  const { name, closedLoop, teacherForced, truth, rivals } = output
  return {
    columns: [
      ...rowColumns(times, rowsBetween(origin + 1, origin + 1 + closedLoop.length)),
      { name: `target ${name}`, values: truth },
      { name: 'closedLoop', values: closedLoop },
      { name: 'teacherForced', values: teacherForced },
      ...rivals.map((rival): ViewColumn => ({ name: `rival ${rival.name}`, values: rival.values })),
    ],
  }
}

/** The chart of how the error grows as it can be saved. */
export function horizonExport(
  chart: LineChart,
  { output, update }: Pick<ForecastShown, 'output' | 'update'>,
): Exportable {
  return {
    name: 'horizon',
    title: text('forecast.errors'),
    update,
    picture: chartPicture(chart),
    table: () => horizonTable(output),
  }
}

/** A row for every distance: the errors of the network and of each rival over the origins that have a target there. */
export function horizonTable({ errors: { network, rivals } }: Pick<OutputForecast, 'errors'>): ViewTable {
  const errorsOf = (who: string, { rmse, p10, p50, p90 }: HorizonErrors): readonly ViewColumn[] => [
    { name: `rmse ${who}`, values: rmse },
    { name: `p10 ${who}`, values: p10 },
    { name: `p50 ${who}`, values: p50 },
    { name: `p90 ${who}`, values: p90 },
  ]
  return {
    columns: [
      counting('ahead', 1, network.rmse.length, 'time steps'),
      { name: 'origins', values: network.counts },
      ...errorsOf('network', network),
      ...rivals.flatMap(({ name, errors }) => errorsOf(name, errors)),
    ],
  }
}
