/** Rows that are looked at in one piece of a work: some milliseconds. */
export const ROWS_IN_A_PIECE = 200_000

/** Parts of a range, in order, of so many rows at most. */
export function inShort([from, to]: readonly [from: number, to: number]): readonly [
  from: number,
  to: number,
][] {
  return Array.from({ length: Math.ceil(Math.max(0, to - from) / ROWS_IN_A_PIECE) }, (_, i) => {
    const start = from + i * ROWS_IN_A_PIECE
    return [start, Math.min(start + ROWS_IN_A_PIECE, to)]
  })
}
