/** Nodes that are looked at in one piece of a work: some milliseconds. */
export const NODES_IN_A_PIECE = 1000

/** A work that is cut into pieces, for who has nothing else to do between them. */
export function atOnce<Result>(pieces: Generator<unknown, Result, void>): Result {
  for (;;) {
    const piece = pieces.next()
    if (piece.done) return piece.value
  }
}
