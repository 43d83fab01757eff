import { PARTS, type PartName, type PartRange } from '@contract/data/parts'
import type { PreparedSeries } from './prepared'
import { areSequences, type Regime } from './regime'

/** Pairs that a network goes through one after another from a zero state: first those that it only sees, then those that count. */
export type Piece = {
  /** Row of the inputs of the first pair that counts. */
  readonly from: number
  /** Pairs before it that only bring the state up; their predictions count for nothing. */
  readonly warmUp: number
  readonly count: number
}

/** A state is carried over so many pairs at most; longer stretches are cut, so that their pieces can go side by side. */
const LONGEST = 4096

/** The newest pairs of a window count where no state is carried: one in so many, so that each has seen the others. */
const COUNTED = 4

type PiecesOf = Pick<PreparedSeries, 'stretches' | 'horizon' | 'gaps' | 'mask' | 'rows'>

/**
 * Cuts a part into pieces that cover it, in the regime of training.
 *
 * With a carried state, a piece is a stretch, and what lies before it without a break, in whatever part, warms it up over one
 * window: those are inputs, and no target of theirs counts. Without one, a piece is a window, as it never is longer in
 * training either. Its last quarter counts, so that each pair that counts has three quarters of a window before it, as far as
 * there is anything before it without a break. Windows that are sequences go on where those of training end, and count as a whole.
 *
 * @param within target rows that are wanted of the part
 */
export function piecesOf(
  series: PiecesOf,
  part: PartName,
  regime: Regime,
  within: PartRange,
): readonly Piece[] {
  const { window, carryState } = regime
  const { stretches, horizon } = series
  const cut = carryState ? cutCarried : areSequences(series, regime) ? cutSequences : cutOverlapping
  return stretches[part].flatMap((stretch, index) => {
    const from = Math.max(stretch.from, within.from - horizon)
    const to = Math.min(stretch.to, within.to - horizon)
    if (from >= to) return []
    const before = from - stretch.from + (index === 0 ? joinedBefore(series, part) : 0)
    return cut({ from, to, before, window })
  })
}

/** Pairs that are wanted of a stretch. */
type Wanted = {
  readonly from: number
  readonly to: number
  /** Pairs before them without a break. */
  readonly before: number
  readonly window: number
}

function cutCarried({ from, to, before, window }: Wanted): Piece[] {
  const longest = Math.max(window, LONGEST)
  return Array.from({ length: Math.ceil((to - from) / longest) }, (_, i) => {
    const start = from + i * longest
    const warmUp = Math.min(window, before + start - from)
    return { from: start, warmUp, count: Math.min(longest, to - start) }
  })
}

function cutSequences({ from, to, before, window }: Wanted): Piece[] {
  const pieces: Piece[] = []
  for (let at = from; at < to; ) {
    const warmUp = (before + at - from) % window
    const count = Math.min(window - warmUp, to - at)
    pieces.push({ from: at, warmUp, count })
    at += count
  }
  return pieces
}

function cutOverlapping({ from, to, before, window }: Wanted): Piece[] {
  const longest = window - Math.ceil(window / COUNTED)
  const pieces: Piece[] = []
  for (let at = from; at < to; ) {
    const warmUp = Math.min(longest, before + at - from)
    const count = Math.min(window - warmUp, to - at)
    pieces.push({ from: at, warmUp, count })
    at += count
  }
  return pieces
}

/** Pairs of the parts before one that go on into its first stretch without a break. */
function joinedBefore({ stretches, gaps }: PiecesOf, part: PartName): number {
  const row = stretches[part][0]?.from ?? 0
  let first = row
  for (const earlier of PARTS.slice(0, PARTS.indexOf(part)).reverse()) {
    const last = stretches[earlier].at(-1)
    if (!last) continue
    // Without a horizon, stretches meet where time jumps as well.
    if (last.to !== first || gaps.includes(first - 1)) break
    first = last.from
    if (stretches[earlier].length > 1) break
  }
  return row - first
}

/**
 * A fixed sample of pieces, evenly spread, with so many pairs that count at most, and at least one piece. Long pieces are
 * cut first, so that the sample is spread as well.
 */
export function sampleOf(pieces: readonly Piece[], most: number, window: number): readonly Piece[] {
  const pairs = pieces.reduce((sum, { count }) => sum + count, 0)
  if (pairs <= most) return pieces
  const short = pieces.flatMap((piece) => inShort(piece, window))
  const wanted = Math.max(1, Math.floor((short.length * most) / pairs))
  return Array.from({ length: wanted }, (_, i) => short[Math.floor((i * short.length) / wanted)] as Piece)
}

/** Pieces of at most a window that count, each after the first warmed up by the window before it. */
function inShort({ from, warmUp, count }: Piece, window: number): Piece[] {
  return Array.from({ length: Math.ceil(count / window) }, (_, i) => {
    const start = i * window
    return {
      from: from + start,
      warmUp: i === 0 ? warmUp : Math.min(window, start + warmUp),
      count: Math.min(window, count - start),
    }
  })
}
