import type { DataPreview } from '@contract/data/data-preview'
import type { TargetPicture } from '@contract/data/series-picture'
import { text } from '@contract/language/texts'
import type { LineChart } from '../canvas/line-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import type { ViewTable } from '../export/view-table'
import { counting, float64Column } from './columns'

/** The lesson's first picture as it can be saved. */
export function dataExport(chart: LineChart, data: DataPreview): Exportable {
  return {
    name: 'data',
    title: text('stage.data'),
    update: null,
    picture: chartPicture(chart),
    table: () => ({
      columns: [
        { name: 't', unit: 'rad', values: data.times },
        { name: 'input', values: data.inputs },
        { name: 'target', values: data.targets },
      ],
    }),
  }
}

/** The chart of an autocorrelation as it can be saved; null where there is none. */
export function autocorrelationExport(chart: LineChart, target: TargetPicture): Exportable | null {
  if (!target.autocorrelation) return null
  return {
    name: 'autocorrelation',
    title: text('dataPicture.autocorrelationOf', { name: target.name }),
    update: null,
    picture: chartPicture(chart),
    table: () => autocorrelationTable(target),
  }
}

/** A row for every lag, and the band that a series without memory stays in at 95 of 100 lags. */
export function autocorrelationTable({ name, autocorrelation }: TargetPicture): ViewTable {
  const { values, band } = autocorrelation ?? { values: new Float64Array(0), band: Number.NaN }
  return {
    columns: [
      counting('lag', 0, values.length, 'time steps'),
      { name: `autocorrelation ${name}`, values },
      float64Column('chanceBand', values.length, () => band),
    ],
  }
}
