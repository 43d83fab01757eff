import type { DataPreview } from '@contract/data/data-preview'
import type { Autocorrelation } from '@contract/data/scores'
import type { TargetPicture } from '@contract/data/series-picture'
import type { Text } from '@contract/language/text'
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

/** What a prediction leaves over, as it can be saved: its autocorrelation from lag 1 on, on an `<svg>` of the page. */
export function residualsExport(
  svg: SVGSVGElement | null,
  of: { readonly name: string; readonly title: Text; readonly update: number } & Pick<
    Autocorrelation,
    'values' | 'band'
  >,
): Exportable | null {
  if (!svg) return null
  const { name, title, update, values, band } = of
  const lags = values.length - 1
  return {
    ...{ name: 'residuals', title, update },
    picture: { kind: 'elements', elements: [svg] },
    table: () => ({
      columns: [
        counting('lag', 1, lags, 'time steps'),
        { name: `residualAutocorrelation ${name}`, values: values.slice(1) },
        float64Column('chanceBand', lags, () => band),
      ],
    }),
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
