/** How long the rest of many runs will take, by what was seen. */
export type Prognosis = {
  /** Some runs have ended. */
  readonly ended: (runs: number) => void
  /** Seconds until the rest has; null as long as nothing can be said. */
  readonly secondsLeft: (left: number) => number | null
}

/**
 * By the time between the ends of runs, which has in it whatever else the machine does: the first end only begins the
 * count, as processes were started before it.
 *
 * @param now milliseconds since some fixed moment: a clock that nobody sets
 */
export function createPrognosis(now: () => number): Prognosis {
  let began: number | null = null
  let last = 0
  let counted = 0
  return {
    ended: (runs) => {
      last = now()
      if (began === null) began = last
      else counted += runs
    },
    secondsLeft: (left) =>
      began === null || counted === 0 ? null : (((last - began) / counted) * left) / 1000,
  }
}
