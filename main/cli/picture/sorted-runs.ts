import { element, rounded } from '@contract/svg-markup'
import { axis } from './axis'
import {
  BLUE,
  bandStyle,
  type CellsWords,
  cellsLegend,
  type FigureCell,
  lossAxis,
  placeOfLoss,
  runMark,
} from './cells'
import { FRAME, figureDocument, frame, GREY, xTick, yTicks } from './frame'

/** The runs of one setting as an SVG document: sorted from the best to the worst, with their median and band across. */
export function drawSortedRuns(cell: FigureCell, words: CellsWords): string {
  const sorted = cell.losses
    .map((loss) => (Number.isFinite(loss) ? loss : Number.POSITIVE_INFINITY))
    .sort((a, b) => (a === b ? 0 : a - b))
  const y = lossAxis(sorted)
  const x = axis([0.5, sorted.length + 0.5], [FRAME.left, FRAME.right], Math.min(10, sorted.length))
  const [top, bottom] = [placeOfLoss(y, cell.high), placeOfLoss(y, cell.low)]
  const width = FRAME.right - FRAME.left
  return figureDocument(
    { title: words.title, horizontal: words.rank, vertical: words.loss },
    [
      ...x.ticks
        .filter(({ value }) => Number.isInteger(value) && value >= 1)
        .map(({ value }) => xTick(x.place(value), `${value}`)),
      ...yTicks(y),
      element('rect', bandStyle({ id: 'band', x: FRAME.left, y: top, width, height: bottom - top })),
      element('path', {
        ...{ id: 'median', stroke: BLUE, 'stroke-width': 2 },
        d: `M${FRAME.left} ${rounded(placeOfLoss(y, cell.median))}h${width}`,
      }),
      ...sorted.map((loss, at) => runMark(x.place(at + 1), loss, y)),
      frame({ fill: 'none', stroke: GREY }),
      ...cellsLegend(
        words,
        sorted.some((loss) => !Number.isFinite(loss)),
      ),
    ],
    words.about,
  )
}
