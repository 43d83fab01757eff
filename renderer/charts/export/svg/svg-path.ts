import { rounded } from '@contract/svg-markup'
import { growth, type Matrix, placed } from './matrix'

/** A path under way, as SVG's `d`. What is not finite is passed over, as a canvas does. */
export type SvgPath = {
  readonly data: () => string
  readonly begin: () => void
  readonly moveTo: (matrix: Matrix, x: number, y: number) => void
  readonly lineTo: (matrix: Matrix, x: number, y: number) => void
  /** @param points two of one control point and an end, or three of two and an end: [x, y, x, y, …] */
  readonly curveTo: (matrix: Matrix, points: readonly number[]) => void
  readonly arc: (
    matrix: Matrix,
    centre: readonly [number, number],
    radius: number,
    angles: readonly [number, number],
    counterclockwise: boolean,
  ) => void
  readonly close: () => void
}

const TURN = 2 * Math.PI

export function createSvgPath(): SvgPath {
  let parts: string[] = []

  function to(letter: string, matrix: Matrix, points: readonly number[]) {
    if (!points.every(Number.isFinite)) return
    const written: string[] = []
    for (let at = 0; at + 1 < points.length; at += 2) {
      const [x, y] = placed(matrix, points[at] as number, points[at + 1] as number)
      written.push(`${rounded(x)} ${rounded(y)}`)
    }
    const begins = parts.length === 0
    // The first line of a path has nothing to come from: it begins where it leads to.
    if (begins && letter !== 'M') parts.push(`M${written[0]}`)
    if (!begins || letter !== 'L') parts.push(`${letter}${written.join(' ')}`)
  }

  return {
    data: () => parts.join(''),
    begin: () => {
      parts = []
    },
    moveTo: (matrix, x, y) => to('M', matrix, [x, y]),
    lineTo: (matrix, x, y) => to('L', matrix, [x, y]),
    curveTo: (matrix, points) => to(points.length === 4 ? 'Q' : 'C', matrix, points),
    arc: (matrix, [x, y], radius, [from, until], counterclockwise) => {
      if (![x, y, radius, from, until].every(Number.isFinite)) return
      const turned = sweepOf(from, until, counterclockwise)
      const at = (angle: number) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
      to(parts.length === 0 ? 'M' : 'L', matrix, at(from))
      const size = rounded(radius * growth(matrix))
      const [a, b, c, d] = matrix
      // In a mirrored picture it runs the other way round.
      const flag = turned > 0 === a * d - b * c > 0 ? 1 : 0
      // A whole circle ends where it begins, which SVG takes for nothing: two halves.
      const pieces = Math.max(1, Math.ceil(Math.abs(turned) / Math.PI - 1e-9))
      for (let piece = 1; piece <= pieces; piece++) {
        const [endX, endY] = placed(matrix, ...at(from + (turned * piece) / pieces))
        parts.push(`A${size} ${size} 0 0 ${flag} ${rounded(endX)} ${rounded(endY)}`)
      }
    },
    close: () => {
      if (parts.length > 0) parts.push('Z')
    },
  }
}

/** How far an arc goes, in radians; a canvas goes round once at most, and the other way where it is told so. */
function sweepOf(from: number, until: number, counterclockwise: boolean): number {
  const way = counterclockwise ? from - until : until - from
  const turned = way >= TURN ? TURN : ((way % TURN) + TURN) % TURN
  return counterclockwise ? -turned : turned
}
