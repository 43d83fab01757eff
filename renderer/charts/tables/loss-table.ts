import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { Curve } from '../../store/curves/curve'
import { type History, valueAt } from '../../store/curves/history'
import { type OverlaidCurve, overlaidEnd, overlaidLoss } from '../../store/curves/overlaid/overlaid-curve'
import type { LineChart } from '../canvas/line-chart'
import type { ChartWorld } from '../canvas/live-chart'
import { chartPicture } from '../export/chart-picture'
import type { Exportable } from '../export/exportable'
import { fitsTable, type ViewTable } from '../export/view-table'
import { counting, float32Column, float64Column, shownColumn } from './columns'

/** What the loss chart shows beside the losses. */
export type LossShown = {
  readonly mean: boolean
  readonly norm: boolean
  readonly ghost: History | null
  /** The level of the best rival, where it is drawn. */
  readonly rival: { readonly name: string; readonly mse: number } | null
  /** Other runs whose losses are drawn. */
  readonly overlays?: readonly OverlaidCurve[]
}

/** The loss chart as it can be saved; null while nothing is drawn. */
export function lossExport(
  chart: LineChart,
  { history }: Pick<ChartWorld, 'history'>,
  shown: LossShown,
): Exportable | null {
  if (history.updates === 0) return null
  return {
    name: 'loss',
    title: text('stage.loss'),
    update: null,
    picture: chartPicture(chart),
    table: async () => lossTable(history, shown),
  }
}

/** A row for every update: its losses and what else is drawn; empty where there is none. */
export function lossTable(
  history: History,
  { mean, norm, ghost, rival, overlays = [] }: LossShown,
): Result<ViewTable> {
  const { firstUpdate } = history
  const ends = [history.lastUpdate, ghost?.lastUpdate ?? 0, ...overlays.map(overlaidEnd)]
  const rows = Math.max(...ends) - firstUpdate + 1
  const fits = fitsTable(rows, 7 + overlays.length)
  if (!fits.ok) return fits
  const of = (curve: Curve) => (row: number) => valueAt(history, curve, firstUpdate + row)
  const validated = history.validation.between(firstUpdate, history.updates)
  return ok({
    columns: [
      counting('update', firstUpdate, rows),
      float32Column('loss', rows, of(history.losses)),
      ...shownColumn(mean, () => float32Column('meanLoss', rows, of(history.meanLosses))),
      ...shownColumn(!validated.every(Number.isNaN), () =>
        float32Column('validationLoss', rows, (row) => validated[row] ?? Number.NaN),
      ),
      ...shownColumn(norm, () => float32Column('gradientNorm', rows, of(history.gradientNorms))),
      ...(ghost
        ? [float32Column('ghostLoss', rows, (row) => valueAt(ghost, ghost.losses, firstUpdate + row))]
        : []),
      ...overlays.map((curve) =>
        float32Column(
          `loss (${curve.runId})`,
          rows,
          (row) => overlaidLoss(curve, firstUpdate + row) ?? Number.NaN,
        ),
      ),
      ...(rival ? [float64Column(`rivalLoss (${rival.name})`, rows, () => rival.mse)] : []),
    ],
  })
}
