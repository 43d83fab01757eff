import { text } from '@contract/language/texts'
import type { History } from '../../store/curves/history'
import type { LineChart } from '../canvas/line-chart'
import type { ChartWorld } from '../canvas/live-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import type { ViewTable } from '../export/view-table'
import { radians } from './places'

/** The updates whose windows are drawn over one period; null while none is. */
export type PeriodShown = { readonly first: number; readonly last: number; readonly newest: number }

/** The chart of one period as it can be saved; null while nothing is drawn. */
export function periodExport(
  chart: LineChart,
  { history, theme }: Pick<ChartWorld, 'history' | 'theme'>,
  shown: PeriodShown | null,
): Exportable | null {
  if (!shown || shown.first < history.firstUpdate || shown.last > history.lastUpdate) return null
  return {
    name: 'one-period',
    title: text('stage.onePeriod'),
    update: shown.last === shown.newest ? null : shown.last,
    picture: chartPicture(chart),
    // The card has none: beside the prediction chart everybody knows what is what.
    legend: [
      { label: text('stage.target'), colour: theme.current().target, width: 5 },
      { label: text('stage.prediction'), colour: theme.current().prediction, width: 2 },
    ],
    table: () => periodTable(history, shown),
  }
}

/** A row for every time step of the windows that are drawn, at its own time: one period is 2π further than the one before. */
export function periodTable(history: History, { first, last }: PeriodShown): ViewTable {
  const [output] = history.outputs
  const [from, to] = [history.range(first).from, history.range(last).to]
  const each = <A extends Float32Array | Float64Array>(array: A, at: (point: number) => number): A => {
    for (let row = 0; row < array.length; row++) array[row] = at(from + row)
    return array
  }
  const rows = to - from
  return {
    columns: [
      { name: 'update', values: each(new Float64Array(rows), history.updateAt) },
      radians(each(new Float64Array(rows), history.placeAt)),
      { name: 'target', values: each(new Float32Array(rows), output?.targets.at ?? missing) },
      { name: 'prediction', values: each(new Float32Array(rows), output?.predictions.at ?? missing) },
    ],
  }
}

function missing(): number {
  return Number.NaN
}
