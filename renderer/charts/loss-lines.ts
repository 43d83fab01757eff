import type { Curve } from '../store/curves/curve'
import { type History, valueAt } from '../store/curves/history'
import type { Span } from '../store/state/viewport'
import { countingAxis, sortedAxis } from './axes/axis'
import { decades, niceEnd, type Range } from './axes/y-range'
import type { LineChart } from './canvas/line-chart'
import type { Theme } from './canvas/theme'
import { type CurveLine, createCurveLine } from './lines/curve-line'
import { drawDot, drawPoints } from './lines/marks'

/** Losses of thousands of updates jump about so much that their bars would be a block. */
const WITH_MEAN = { as: 'band-with-mean' } as const

/** Which curves the loss chart has beside the losses. */
export type LossCurves = {
  readonly mean: boolean
  readonly norm: boolean
  /** The curves of the run that this one branches off from, where they are shown. */
  readonly ghost: History | null
}

/** The curves of the loss chart: a value for every update. */
export type LossLines = {
  /** The first lies on top. */
  readonly datasets: readonly CurveLine['dataset'][]
  readonly write: (history: History, shown: LossCurves, span: Span, columns: number, theme: Theme) => void
  readonly drawDense: (chart: LineChart) => void
  readonly drawPoints: (chart: LineChart, theme: Theme) => void
  /** Draws a dot on every curve at one update. */
  readonly drawDots: (chart: LineChart, history: History, update: number, theme: Theme) => void
}

/**
 * The ends of an axis that holds curves and single values: from 0 to a round number, or powers of ten. Curves without a
 * value count for nothing.
 */
export function endsOf(curves: readonly Curve[], levels: readonly number[], logarithmic: boolean): Range {
  const [lows, tops] = [[...levels], [...levels]]
  for (const { values, extrema } of curves.filter(({ values }) => values.length > 0)) {
    const { low, high } = extrema.within(0, values.length)
    lows.push(low)
    tops.push(high)
  }
  const top = tops.length === 0 ? 1 : Math.max(...tops)
  return logarithmic ? decades(Math.min(...lows), top) : { min: 0, max: niceEnd(top * 1.02) }
}

/** The loss is always drawn, the validation loss where there is one, its mean and the gradient norm when they are asked for. */
export function createLossLines(): LossLines {
  const loss = createCurveLine(1.5)
  const mean = createCurveLine(2.5)
  // Dashed: in grey it must not be taken for the loss.
  const norm = createCurveLine(1.25, [4, 3], 'right')
  const validation = createCurveLine(2)
  // Wider than what lies on it: where both are the same it still stands out on either side.
  const ghost = createCurveLine(3.5)
  let shown: LossCurves = { mean: false, norm: false, ghost: null }

  return {
    datasets: [mean.dataset, loss.dataset, norm.dataset, validation.dataset, ghost.dataset],
    write(history, wanted, span, columns, theme) {
      shown = wanted
      const axis = countingAxis(history.firstUpdate, history.updates)
      loss.write({ axis, curve: history.losses }, span, columns, undefined, WITH_MEAN)
      if (shown.mean) mean.write({ axis, curve: history.meanLosses }, span, columns)
      else mean.hide()
      if (shown.norm) norm.write({ axis, curve: history.gradientNorms }, span, columns, undefined, WITH_MEAN)
      else norm.hide()
      if (shown.ghost) {
        const axis = countingAxis(shown.ghost.firstUpdate, shown.ghost.updates)
        ghost.write({ axis, curve: shown.ghost.losses }, span, columns, undefined, WITH_MEAN)
      } else ghost.hide()
      ghost.dress({ colour: theme.ghost })
      const { updates, losses } = history.validation
      validation.write({ axis: sortedAxis(updates), curve: losses }, span, columns, undefined, WITH_MEAN)
      validation.dress({ colour: theme.validation })
      loss.dress({ colour: theme.loss })
      mean.dress({ colour: theme.meanLoss })
      norm.dress({ colour: theme.norm, denseOpacity: 0.6 })
    },
    drawDense(chart) {
      for (const line of [ghost, norm, loss, validation, mean]) line.drawDense(chart)
    },
    drawPoints(chart, theme) {
      drawPoints(chart, loss.points, theme.loss, 2)
      drawPoints(chart, validation.points, theme.validation, 2.5)
      if (shown.norm) drawPoints(chart, norm.points, theme.norm, 1.5, 'right')
    },
    drawDots(chart, history, update, theme) {
      const at = (curve: Curve) => ({ x: update, y: valueAt(history, curve, update) })
      if (shown.norm)
        drawDot(chart, { ...at(history.gradientNorms), axis: 'right' }, theme.norm, theme.surface)
      if (shown.mean) drawDot(chart, at(history.meanLosses), theme.meanLoss, theme.surface)
      const validated = history.validation.at(update)
      if (validated)
        drawDot(chart, { x: validated.update, y: validated.loss }, theme.validation, theme.surface)
      drawDot(chart, at(history.losses), theme.loss, theme.surface)
    },
  }
}
