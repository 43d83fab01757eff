import { element, rounded, textElement } from '@contract/svg-markup'
import type { CellsWords, FigureCell } from './cells'
import { FRAME, figureDocument, GREY, xTick } from './frame'
import { numberLabel } from './log-axis'

/** Cividis (Nuñez et al. 2018), which looks the same with and without colour blindness, from dark to bright. */
const CIVIDIS = ['#00204d', '#31446b', '#666970', '#958f78', '#cbba69', '#ffea46'].map((colour) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)),
)
/** A number needs so much room. */
const ROOM = { width: 40, height: 14 }
/** What a letter of a label takes, and how many letters have room beside the frame. */
const LETTER = { width: 6.5, room: 4 }
/** From this share of the colours on, dark letters can be read on them. */
const BRIGHT = 0.5

/** Two varied settings: the first goes up, the second to the right. */
export type Heatmap = {
  readonly settings: readonly [vertical: string, horizontal: string]
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** Each with its row and its column as its labels. */
  readonly cells: readonly FigureCell[]
  readonly words: CellsWords
}

/** The medians of all pairs of two settings as an SVG document: dark for the lowest loss, and each with its number. */
export function drawHeatmap({ settings, rows, columns, cells, words }: Heatmap): string {
  const longest = Math.max(...rows.map((row) => row.length))
  const left = FRAME.left + Math.max(0, longest - LETTER.room) * LETTER.width
  const width = (FRAME.right - left) / columns.length
  const height = (FRAME.bottom - FRAME.top) / rows.length
  const shareOf = colouring(cells.map(({ median }) => median))
  const xOf = (column: string) => left + columns.indexOf(column) * width
  const yOf = (row: string) => FRAME.bottom - (rows.indexOf(row) + 1) * height
  const widest = Math.max(...columns.map((column) => column.length)) * LETTER.width
  const every = Math.ceil((widest + LETTER.width) / width)
  const fits = width >= ROOM.width && height >= ROOM.height
  return figureDocument(
    { title: words.title, horizontal: settings[1], vertical: settings[0] },
    [
      ...columns.filter((_, at) => at % every === 0).map((column) => xTick(xOf(column) + width / 2, column)),
      ...rows.map((row) =>
        textElement({ x: left - 6, y: yOf(row) + height / 2 + 4, 'text-anchor': 'end' }, row),
      ),
      ...cells.flatMap(({ labels: [row = '', column = ''], median }) => {
        const [x, y] = [xOf(column), yOf(row)]
        const share = Number.isFinite(median) ? shareOf(median) : null
        const box = { class: 'cell', x, y, width, height, fill: share === null ? 'white' : colourAt(share) }
        const middle = { x: x + width / 2, y: y + height / 2 + 4, 'text-anchor': 'middle' }
        return [
          element('rect', box),
          ...(share === null ? [cross(x, y, width, height)] : []),
          ...(fits && share !== null
            ? [textElement({ ...middle, fill: share < BRIGHT ? 'white' : 'black' }, numberLabel(median))]
            : []),
        ]
      }),
      element('rect', {
        ...{ x: left, y: FRAME.top, width: FRAME.right - left, height: FRAME.bottom - FRAME.top },
        ...{ fill: 'none', stroke: GREY },
      }),
      ...legend(cells, words),
    ],
    words.about,
  )
}

/** Where a median stands between the lowest and the highest, by their logarithms where all are above zero: 0 to 1. */
function colouring(medians: readonly number[]): (median: number) => number {
  const finite = medians.filter(Number.isFinite)
  const scale = finite.every((median) => median > 0) ? Math.log : (median: number) => median
  const [low, high] = [scale(Math.min(...finite)), scale(Math.max(...finite))]
  return (median) => (high > low ? (scale(median) - low) / (high - low) : 0)
}

function colourAt(share: number): string {
  const place = share * (CIVIDIS.length - 1)
  const below = Math.min(Math.floor(place), CIVIDIS.length - 2)
  const mixed = [0, 1, 2].map((channel) => {
    const [a, b] = [CIVIDIS[below]?.[channel] ?? 0, CIVIDIS[below + 1]?.[channel] ?? 0]
    return Math.round(a + (b - a) * (place - below))
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

/** A cell whose median run diverged, or that has no run. */
function cross(x: number, y: number, width: number, height: number): string {
  const d = `M${rounded(x)} ${rounded(y)}l${rounded(width)} ${rounded(height)}m0 ${rounded(-height)}l${rounded(-width)} ${rounded(height)}`
  return element('path', { class: 'diverged', stroke: GREY, 'stroke-width': 0.75, d })
}

/** The colours from the lowest to the highest median, beside the title. */
function legend(cells: readonly FigureCell[], { median }: CellsWords): string[] {
  const finite = cells.map((cell) => cell.median).filter(Number.isFinite)
  if (finite.length === 0) return []
  const [left, width, count] = [FRAME.right - 150, 100, 20]
  const strips = Array.from({ length: count }, (_, i) =>
    element('rect', {
      ...{ x: left + (i * width) / count, y: 8, width: width / count + 0.5, height: 9 },
      fill: colourAt(i / (count - 1)),
    }),
  )
  return [
    ...strips,
    textElement(
      { x: left - 6, y: 16, 'text-anchor': 'end' },
      `${median}  ${numberLabel(Math.min(...finite))}`,
    ),
    textElement({ x: left + width + 6, y: 16 }, numberLabel(Math.max(...finite))),
  ]
}
