import { element, rounded, textElement } from '@contract/svg-markup'
import { axis, type Ends, type FigureAxis, withMargin } from './axis'
import type { FigureWords } from './figure-words'
import { FRAME, figureDocument, frame, GREY, xTick, yTicks } from './frame'
import type { FigureCurve, Series } from './picture'

const RED = '#d62728'
const BLUE = '#1f4fd8'

/**
 * The lesson's picture as an SVG document, or that of a series: the target in red and the prediction in blue. Of the lesson
 * each is at its own t, one piece for every update, so that it grows to the right.
 *
 * @param yRange the ends of the vertical axis; by default the curves decide
 */
export function drawFigure(what: {
  readonly series: Series
  readonly title: string
  readonly yRange?: Ends | undefined
  readonly words: FigureWords
}): string {
  const { targets, predictions } = what.series
  const times = extent([...targets, ...predictions].map((curve) => curve.times))
  const values = extent([...targets, ...predictions].map((curve) => curve.values))
  const { placeOf } = what.words
  const x = axis(withMargin(times), [FRAME.left, FRAME.right], placeOf ? 6 : 10)
  // Between two rows there is nothing, and before the first and after the last one neither.
  const ticks = placeOf
    ? x.ticks.filter(({ value }) => Number.isInteger(value) && value >= times[0] && value <= times[1])
    : x.ticks
  const y = axis(what.yRange ?? withMargin(values), [FRAME.bottom, FRAME.top], 6)
  const { horizontal, vertical } = what.words
  return figureDocument({ title: what.title, horizontal, vertical }, [
    element('clipPath', { id: 'frame' }, [frame({})]),
    ...ticks.map(({ value, label }) => xTick(x.place(value), placeOf?.(value) ?? label)),
    ...yTicks(y),
    element(
      'g',
      { fill: 'none', 'stroke-width': 1.5, 'stroke-linejoin': 'round', 'clip-path': 'url(#frame)' },
      [
        element('path', { id: 'target', stroke: RED, d: path(targets, x, y) }),
        element('path', { id: 'prediction', stroke: BLUE, d: path(predictions, x, y) }),
      ],
    ),
    frame({ fill: 'none', stroke: GREY }),
    ...legend(what.words),
  ])
}

function path(pieces: readonly FigureCurve[], x: FigureAxis, y: FigureAxis): string {
  return pieces
    .map(({ times, values }) => {
      const points = Array.from(
        times,
        (time, i) => `${rounded(x.place(time))} ${rounded(y.place(values[i] ?? 0))}`,
      )
      return `M${points.join('L')}`
    })
    .join('')
}

/** The least and the greatest number; 0 to 1 where there is none, as before the first update. */
function extent(lists: readonly Float32Array[]): Ends {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const list of lists)
    for (const value of list) {
      least = Math.min(least, value)
      greatest = Math.max(greatest, value)
    }
  return least <= greatest ? [least, greatest] : [0, 1]
}

/** Above the frame, where it hides nothing of the curves. */
function legend({ target, prediction }: FigureWords): string[] {
  const entry = (left: number, colour: string, words: string) => [
    element('path', { stroke: colour, 'stroke-width': 1.5, d: `M${left} 18h22` }),
    textElement({ x: left + 28, y: 22 }, words),
  ]
  return [...entry(FRAME.right - 190, RED, target), ...entry(FRAME.right - 88, BLUE, prediction)]
}
