import type { AxisTimes } from '@contract/data/axis-times'
import type { PartName, PartRange } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { PartPredictions } from '@contract/run/parts/part-predictions'
import type { LineChart } from '../canvas/line-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import type { ViewTable } from '../export/view-table'
import { rowColumns, rowsBetween } from './places'

/** What the parts are called in a title. */
const NAMES: Readonly<Record<PartName, Text>> = {
  train: text('parts.windows'),
  validation: text('parts.validation'),
  test: text('parts.test'),
}

/** What the chart of a part shows. */
export type PartShown = {
  readonly part: PartName
  readonly times: AxisTimes
  readonly output: number
  readonly name: string
  readonly told: PartPredictions | null
  /** Rows of the part that are in sight. */
  readonly sight: PartRange
}

/** The chart of a part as it can be saved; null while nothing is told of it. */
export function partExport(chart: LineChart, shown: PartShown): Exportable | null {
  const { part, told } = shown
  if (!told) return null
  return {
    name: `prediction-${part}`,
    title: text('parts.picture', { part: NAMES[part] }),
    update: told.update,
    picture: chartPicture(chart),
    table: () => partTable(shown, told),
  }
}

/** A row for every row of the series in sight that the network has said something of. */
export function partTable({ times, output, name, sight }: PartShown, told: PartPredictions): ViewTable {
  const from = Math.max(told.rows.from, sight.from)
  const to = Math.max(from, Math.min(told.rows.to, sight.to))
  const of = (values: Float64Array | undefined) =>
    values?.subarray(from - told.rows.from, to - told.rows.from) ??
    new Float64Array(to - from).fill(Number.NaN)
  const { targets, predictions } = told.outputs[output] ?? {}
  return {
    columns: [
      ...rowColumns(times, rowsBetween(from, to)),
      { name: `target ${name}`, values: of(targets) },
      { name: `prediction ${name}`, values: of(predictions) },
    ],
  }
}
