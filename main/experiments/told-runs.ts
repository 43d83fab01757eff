import type { ExperimentRun } from '@contract/experiment/experiment'

/** Milliseconds between two times at which runs are told. */
export const TOLD_EVERY = 100

/** Runs that were made, told some at a time. */
export type ToldRuns = {
  readonly add: (runs: readonly ExperimentRun[]) => void
  /** Tells at once what has not been told. */
  readonly flush: () => void
}

/**
 * @param now milliseconds since some fixed moment: a clock that nobody sets
 * @param tell hears runs by the order of being made, never none
 */
export function createToldRuns(
  tell: (runs: readonly ExperimentRun[]) => void,
  now: () => number,
  later: (action: () => void, milliseconds: number) => void,
): ToldRuns {
  let untold: readonly ExperimentRun[] = []
  let toldAt = Number.NEGATIVE_INFINITY
  let waits = false

  function flush() {
    if (untold.length === 0) return
    const runs = untold
    untold = []
    toldAt = now()
    tell(runs)
  }

  return {
    add: (runs) => {
      untold = [...untold, ...runs]
      const wait = toldAt + TOLD_EVERY - now()
      if (wait <= 0) flush()
      else if (!waits) {
        waits = true
        later(() => {
          waits = false
          flush()
        }, wait)
      }
    },
    flush,
  }
}
