import { element, rounded, textElement } from '@contract/svg-markup'
import type { FigureAxis } from './axis'

/** 12 x 5 inches at 72 units to the inch. */
const WIDTH = 864
const HEIGHT = 360
/** Where the curves are drawn: the rest is for what stands beside the axes. */
export const FRAME = { left: 62, right: 846, top: 34, bottom: 312 }
export const GREY = '#444444'

/** What every figure has: its title above the frame, and below and beside it what the axes are of. */
export type FigureTitles = { readonly title: string; readonly horizontal: string; readonly vertical: string }

/**
 * A figure as an SVG document.
 *
 * @param inside what is drawn, from the back to the front
 * @param about what a screen reader says of it, beside the title; nothing where it is left out
 */
export function figureDocument(
  { title, horizontal, vertical }: FigureTitles,
  inside: readonly string[],
  about?: string,
): string {
  const middle = (FRAME.left + FRAME.right) / 2
  // A legend of many marks takes what is right of it.
  const above = about === undefined ? { x: middle, 'text-anchor': 'middle' } : { x: FRAME.left }
  const document = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: '12in',
      height: '5in',
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      'font-family': 'sans-serif',
      'font-size': 11,
    },
    [
      ...(about === undefined ? [] : [textElement({}, title, 'title'), textElement({}, about, 'desc')]),
      element('rect', { width: WIDTH, height: HEIGHT, fill: 'white' }),
      textElement({ ...above, y: 22, 'font-size': 13 }, title),
      ...inside,
      textElement({ x: middle, y: 348, 'text-anchor': 'middle' }, horizontal),
      textElement({ transform: 'translate(18 173) rotate(-90)', 'text-anchor': 'middle' }, vertical),
    ],
  )
  return `${document}\n`
}

/** The frame itself, in a style. */
export function frame(style: Readonly<Record<string, string>>): string {
  const { left, right, top, bottom } = FRAME
  return element('rect', { x: left, y: top, width: right - left, height: bottom - top, ...style })
}

export function xTick(place: number, label: string): string {
  return element('g', { class: 'x-tick' }, [
    element('path', { stroke: GREY, d: `M${rounded(place)} ${FRAME.bottom}v5` }),
    textElement({ x: place, y: FRAME.bottom + 18, 'text-anchor': 'middle' }, label),
  ])
}

function yTick(place: number, label: string): string {
  return element('g', { class: 'y-tick' }, [
    element('path', { stroke: GREY, d: `M${FRAME.left} ${rounded(place)}h-5` }),
    textElement({ x: FRAME.left - 9, y: place + 4, 'text-anchor': 'end' }, label),
  ])
}

/** The numbers beside the vertical axis. */
export function yTicks(y: FigureAxis): string[] {
  return y.ticks.map(({ value, label }) => yTick(y.place(value), label))
}
