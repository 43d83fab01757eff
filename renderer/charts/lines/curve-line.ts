import type { Span } from '../../store/state/viewport'
import { type LineChart, type LineDataset, lineDataset, type VerticalAxis } from '../canvas/line-chart'
import { createPointPool, type Point } from '../canvas/point-pool'
import { translucent } from '../canvas/theme'
import { columnMeans, decimate, drawnOneByOne, type Line, visible } from './decimate'
import { drawBandOf, drawColumns } from './dense-marks'

/** How a curve is drawn. */
export type CurveStyle = {
  readonly colour: string
  /** Opacity while two points stand for a column: what lies under must be seen through what covers it. */
  readonly denseOpacity?: number
}

/**
 * How a curve of many points is drawn: as bars that hide what is under them; as a band between two edges, each column
 * taking in `spread` points around it, because what swings within a column would be a solid block; or as a band with
 * the line of the columns' means in it.
 */
export type Dense =
  | { readonly as: 'bars' }
  | { readonly as: 'band'; readonly spread: number }
  | { readonly as: 'band-with-mean' }

const BARS: Dense = { as: 'bars' }
/** Opacity of a band. */
const BAND = 0.16

/** One curve of a chart: a line while every point is drawn, columns from least to greatest when there are more. */
export type CurveLine = {
  /** For the chart; it has no points while the curve is drawn in columns. */
  readonly dataset: LineDataset
  /** The points of the line. */
  readonly points: readonly Point[]
  /**
   * Takes the visible stretch of a curve. `partEnd` gives the index at which the part that an index lies in
   * ends: no line leads from one part to the next. `dense` says how more points than the picture has room for are drawn.
   */
  readonly write: (
    line: Line,
    span: Span,
    columns: number,
    partEnd?: (index: number) => number,
    dense?: Dense,
  ) => void
  readonly hide: () => void
  readonly dress: (style: CurveStyle) => void
  /** Draws the columns, if it is drawn in columns. */
  readonly drawDense: (chart: LineChart) => void
}

/**
 * @param width in pixels
 * @param dash pixels of line and gap in turn; none for a whole line
 * @param vertical the axis that its values are on
 */
export function createCurveLine(
  width: number,
  dash: readonly number[] = [],
  vertical: VerticalAxis = 'y',
): CurveLine {
  const line = createPointPool()
  const dense = createPointPool()
  const dataset = { ...lineDataset(line.points, width), borderDash: [...dash], yAxisID: vertical }
  let denseColour = ''
  let fullColour = ''
  let denseColumns = 1
  let drawnAs: Dense = BARS

  function writePoints({ axis, curve }: Line, from: number, to: number, partEnd?: (index: number) => number) {
    let end = partEnd?.(from) ?? to + 1
    for (let index = from; index <= to; index++) {
      const x = axis.at(index)
      if (index >= end) {
        line.add(x, Number.NaN)
        end = partEnd?.(index) ?? to + 1
      }
      line.add(x, curve.at(index))
    }
  }

  return {
    dataset,
    points: line.points,
    write(curve, span, columns, partEnd, denseAs = BARS) {
      const { from, to } = visible(curve.axis, span)
      denseColumns = columns
      drawnAs = denseAs
      line.begin()
      dense.begin()
      if (drawnOneByOne(to - from, columns) && !curve.isComing) writePoints(curve, from, to, partEnd)
      else {
        const spread = denseAs.as === 'band' ? denseAs.spread : 0
        decimate(curve, span, columns, (_, column, value) => dense.add(column, value), spread)
        if (denseAs.as === 'band-with-mean') columnMeans(curve, span, columns, line.add)
      }
      line.end()
      dense.end()
    },
    hide() {
      line.begin()
      line.end()
      dense.begin()
      dense.end()
    },
    dress({ colour, denseOpacity = 1 }) {
      dataset.borderColor = colour
      fullColour = colour
      denseColour = translucent(colour, denseOpacity)
    },
    drawDense(chart) {
      if (dense.points.length === 0) return
      if (drawnAs.as === 'bars') drawColumns(chart, dense.points, denseColumns, denseColour, vertical)
      else {
        const edge = drawnAs.as === 'band' ? Math.min(width, 2.5) : 0
        drawBandOf(chart, dense.points, denseColumns, { colour: fullColour, opacity: BAND, edge }, vertical)
      }
    },
  }
}
