import { type Attributes, element, rounded, textElement } from '@contract/svg-markup'
import { axis, type Ends, type FigureAxis, withMargin } from './axis'
import { FRAME } from './frame'
import { logAxis, withLogMargin } from './log-axis'

/** Runs that differ in their seeds alone, as a figure shows them. */
export type FigureCell = {
  /** Its value of each varied setting, in words. */
  readonly labels: readonly string[]
  /** Of its runs; not finite where a run diverged. */
  readonly losses: readonly number[]
  /** Quantiles of the losses, infinite where too many diverged; NaN of no runs. */
  readonly low: number
  readonly median: number
  readonly high: number
}

/** The words of a figure of runs. */
export type CellsWords = {
  readonly title: string
  /** What a screen reader says of it. */
  readonly about: string
  /** What is measured. */
  readonly loss: string
  readonly median: string
  readonly band: string
  readonly run: string
  readonly diverged: string
  readonly rank: string
}

// Of Okabe and Ito's colours, which hold for colour blindness; a diverged run also has another form.
export const BLUE = '#0072b2'
export const ORANGE = '#d55e00'

/** The vertical axis for losses: logarithmic where all are above zero. */
export function lossAxis(losses: readonly number[]): FigureAxis {
  const finite = losses.filter(Number.isFinite)
  const ends: Ends = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [0.1, 1]
  const places: Ends = [FRAME.bottom, FRAME.top]
  return ends[0] > 0 ? logAxis(withLogMargin(ends), places) : axis(withMargin(ends), places, 6)
}

/** Where a loss is drawn; what is not finite at the upper edge. */
export function placeOfLoss(y: FigureAxis, loss: number): number {
  return Number.isFinite(loss) ? y.place(loss) : FRAME.top
}

/** A run: a dot, and where it diverged a cross at the upper edge. */
export function runMark(x: number, loss: number, y: FigureAxis): string {
  if (Number.isFinite(loss))
    return element('circle', {
      class: 'run',
      cx: x,
      cy: y.place(loss),
      r: 2.2,
      fill: BLUE,
      'fill-opacity': 0.45,
    })
  const [left, top] = [rounded(x - 3), FRAME.top + 3]
  return element('path', {
    class: 'diverged',
    stroke: ORANGE,
    'stroke-width': 1.5,
    d: `M${left} ${top}l6 6m0 -6l-6 6`,
  })
}

/** What the marks mean, beside the title, where it hides nothing. */
export function cellsLegend({ median, band, run, diverged }: CellsWords, some: boolean): string[] {
  const marks: readonly (readonly [mark: (x: number) => string, words: string])[] = [
    [(x) => element('path', { stroke: BLUE, 'stroke-width': 2, d: `M${x} 12h14` }), median],
    [(x) => element('rect', bandStyle({ x, y: 7, width: 14, height: 10 })), band],
    [(x) => element('circle', { cx: x + 7, cy: 12, r: 2.2, fill: BLUE, 'fill-opacity': 0.45 }), run],
    ...(some
      ? [
          [
            (x: number) =>
              element('path', { stroke: ORANGE, 'stroke-width': 1.5, d: `M${x + 4} 9l6 6m0 -6l-6 6` }),
            diverged,
          ] as const,
        ]
      : []),
  ]
  // Each has a fixed room: the widths of letters are the viewer's.
  const room = 92
  const first = FRAME.right - room * marks.length
  return marks.flatMap(([mark, words], at) => [
    mark(first + at * room),
    textElement({ x: first + at * room + 19, y: 16 }, words),
  ])
}

export function bandStyle(attributes: Attributes): Attributes {
  return { ...attributes, fill: BLUE, 'fill-opacity': 0.15 }
}
