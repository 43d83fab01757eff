import { PARTS, type PartName, type PartRange } from '@contract/data/parts'
import type { PreparedSeries } from './prepared'

/** Pairs that a network goes through one after another from a zero state: first those that it only sees, then those that count. */
export type Piece = {
  /** Row of the inputs of the first pair that counts. */
  readonly from: number
  /** Pairs before it that only bring the state up; their predictions count for nothing. */
  readonly warmUp: number
  readonly count: number
}

/** The regime that a network is trained in, as far as it decides what it sees. */
export type Regime = { readonly window: number; readonly carryState: boolean }

/** A state is carried over so many pairs at most; longer stretches are cut, so that their pieces can go side by side. */
const LONGEST = 4096

/**
 * Cuts a part into pieces that cover it, in the regime of training. Without a carried state they are windows one behind
 * another, the last of a stretch shorter. With one, a piece is a stretch, and what lies before it without a break, in
 * whatever part, warms it up over one window: those are inputs, and no target of theirs counts.
 *
 * @param within target rows that are wanted of the part
 */
export function piecesOf(
  { stretches, horizon }: Pick<PreparedSeries, 'stretches' | 'horizon'>,
  part: PartName,
  { window, carryState }: Regime,
  within: PartRange,
): readonly Piece[] {
  const longest = carryState ? Math.max(window, LONGEST) : window
  const pieces: Piece[] = []
  for (const stretch of stretches[part]) {
    const end = Math.min(stretch.to, within.to - horizon)
    for (let from = Math.max(stretch.from, within.from - horizon); from < end; from += longest) {
      const warmUp = carryState ? Math.min(window, from - reach(stretches, from, window)) : 0
      pieces.push({ from, warmUp, count: Math.min(longest, end - from) })
    }
  }
  return pieces
}

/** The first pair, at least `wanted` before a row where there are as many, from which all follow each other up to it. */
function reach(stretches: PreparedSeries['stretches'], row: number, wanted: number): number {
  let first = row
  for (const part of [...PARTS].reverse())
    for (const { from, to } of stretches[part]) {
      if (from < first && to >= first) first = from
      if (row - first >= wanted) return first
    }
  return first
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
