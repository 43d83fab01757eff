/** Multiplications that take about 5 ms: half as many as a common processor does of float64 in that time. */
const PIECE = 4_000_000
/** What an activation and its slope cost beside a multiplication. */
const ELEMENTWISE = 40
/** What everything around a product costs, however small it is. */
const AROUND = 2_000

/** Counts multiplications, so that work can be cut into pieces by what it is and not by a clock. */
export type Work = {
  /**
   * Adds a product of so many multiplications, and so many numbers that were treated one by one; says whether it is time to
   * let others have their turn, and begins to count anew then.
   */
  readonly isPiece: (multiplications: number, elements?: number) => boolean
}

export function countWork(): Work {
  let done = 0
  return {
    isPiece: (multiplications, elements = 0) => {
      done += multiplications + ELEMENTWISE * elements + AROUND
      if (done < PIECE) return false
      done = 0
      return true
    },
  }
}

/** Runs what yields between its pieces to its end, without a pause. */
export function toTheEnd<Result>(pieces: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = pieces.next()
    if (done) return value
  }
}
