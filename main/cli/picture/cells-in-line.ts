import { element, rounded } from '@contract/svg-markup'
import { axis, type Ends, withMargin } from './axis'
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
import { logAxis, withLogMargin } from './log-axis'

/** Half the width of what is drawn of a value that is no number, as a share of its room. */
const HALF = 0.3

/**
 * The runs of one varied setting as an SVG document: every run a dot, their median, and the band that nine of ten lie in. Numbers
 * have an axis and are joined; what is no number stands side by side.
 *
 * @param values of the setting, one for each cell; null where they are no numbers
 * @param isLogarithmic whether the setting goes in proportion
 */
export function drawCellsInLine(what: {
  readonly cells: readonly FigureCell[]
  readonly values: readonly number[] | null
  readonly isLogarithmic: boolean
  readonly setting: string
  readonly words: CellsWords
}): string {
  const { cells, values, isLogarithmic, setting, words } = what
  const losses = cells.flatMap((cell) => cell.losses)
  const y = lossAxis(losses)
  const places = values ? numberPlaces(values, isLogarithmic) : sidePlaces(cells.length)
  const drawn = cells.map((cell, at) => ({ cell, x: places.at[at] as number }))
  return figureDocument(
    { title: words.title, horizontal: setting, vertical: words.loss },
    [
      ...places.ticks(cells).map(({ place, label }) => xTick(place, label)),
      ...yTicks(y),
      ...(values ? joined(drawn, y) : apart(drawn, y, places.room * HALF)),
      ...drawn.flatMap(({ cell, x }) => cell.losses.map((loss) => runMark(x, loss, y))),
      frame({ fill: 'none', stroke: GREY }),
      ...cellsLegend(
        words,
        losses.some((loss) => !Number.isFinite(loss)),
      ),
    ],
    words.about,
  )
}

type Drawn = { readonly cell: FigureCell; readonly x: number }
type LossAxis = ReturnType<typeof lossAxis>

type Places = {
  readonly at: readonly number[]
  /** Between two of them. */
  readonly room: number
  readonly ticks: (
    cells: readonly FigureCell[],
  ) => readonly { readonly place: number; readonly label: string }[]
}

function numberPlaces(values: readonly number[], isLogarithmic: boolean): Places {
  const ends: Ends = [Math.min(...values), Math.max(...values)]
  const across: Ends = [FRAME.left, FRAME.right]
  const x = isLogarithmic ? logAxis(withLogMargin(ends), across) : axis(withMargin(ends), across, 8)
  const ticks = x.ticks.map(({ value, label }) => ({ place: x.place(value), label }))
  return { at: values.map(x.place), room: 0, ticks: () => ticks }
}

function sidePlaces(count: number): Places {
  const room = (FRAME.right - FRAME.left) / count
  const at = Array.from({ length: count }, (_, i) => FRAME.left + room * (i + 0.5))
  const ticks = (cells: readonly FigureCell[]) =>
    cells.map(({ labels }, i) => ({ place: at[i] as number, label: labels[0] ?? '' }))
  return { at, room, ticks }
}

/** A band and a line through all cells that have runs. */
function joined(drawn: readonly Drawn[], y: LossAxis): string[] {
  const some = drawn.filter(({ cell }) => cell.losses.length > 0)
  const line = (of: 'low' | 'median' | 'high') =>
    some.map(({ cell, x }) => `${rounded(x)} ${rounded(placeOfLoss(y, cell[of]))}`)
  const around = [...line('low'), ...line('high').reverse()].join('L')
  return [
    element('path', bandStyle({ id: 'band', d: `M${around}Z` })),
    element('path', {
      ...{ id: 'median', fill: 'none', stroke: BLUE, 'stroke-width': 2 },
      d: `M${line('median').join('L')}`,
    }),
  ]
}

/** A box and a line for each cell. */
function apart(drawn: readonly Drawn[], y: LossAxis, half: number): string[] {
  return drawn
    .filter(({ cell }) => cell.losses.length > 0)
    .flatMap(({ cell, x }) => {
      const [top, bottom] = [placeOfLoss(y, cell.high), placeOfLoss(y, cell.low)]
      const box = { x: x - half, y: top, width: 2 * half, height: Math.max(0, bottom - top) }
      const median = `M${rounded(x - half)} ${rounded(placeOfLoss(y, cell.median))}h${rounded(2 * half)}`
      return [
        element('rect', bandStyle({ class: 'band', ...box })),
        element('path', { class: 'median', stroke: BLUE, 'stroke-width': 2, d: median }),
      ]
    })
}
