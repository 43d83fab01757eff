import type { RivalName } from '../data/scores'

/** The update from which on the network has been better than a rival; null: it is not, or not yet. */
export type Crossing = { readonly name: RivalName; readonly update: number | null }

/** Where a loss has passed each rival, counted along as losses come. */
export type Crossings = {
  /** Takes in the next loss, and the update that it is of; NaN counts for nothing. */
  readonly add: (update: number, loss: number) => void
  readonly found: () => readonly Crossing[]
}

/**
 * Where a loss has passed each rival: the first update from which on its running mean has stayed below the rival's error. A
 * network that has become worse again is not better, whatever it once was.
 *
 * @param lines the rivals' mean squared errors in the units of the losses; null for those that there are not
 * @param span losses that a mean is over: the last so many that are known. There is none before there are as many
 */
export function createCrossings(
  lines: readonly { readonly name: RivalName; readonly mse: number | null }[],
  span: number,
): Crossings {
  const since: (number | null)[] = lines.map(() => null)
  const recent = createRecentMean(span)
  return {
    add(update, loss) {
      if (Number.isNaN(loss)) return
      recent.add(loss)
      const mean = recent.mean()
      if (mean === null) return
      for (let line = 0; line < lines.length; line += 1) {
        const mse = lines[line]?.mse ?? null
        if (mse !== null && mean < mse) since[line] ??= update
        else since[line] = null
      }
    },
    found: () => lines.map(({ name }, line) => ({ name, update: since[line] ?? null })),
  }
}

/** The mean of the last so many numbers. */
export type RecentMean = {
  readonly add: (value: number) => void
  /** Null before there are as many. */
  readonly mean: () => number | null
  /** The same mean, which goes its own way from here. */
  readonly copy: () => RecentMean
}

/** @param span numbers that the mean is over, from 1 */
export function createRecentMean(span: number): RecentMean {
  return meanFrom(new Float64Array(span), 0)
}

/** @param latest the last so many numbers, each where it was put; becomes the mean's own */
function meanFrom(latest: Float64Array, alreadyKnown: number): RecentMean {
  const span = latest.length
  let known = alreadyKnown
  return {
    add: (value) => {
      latest[known % span] = value
      known += 1
    },
    // Added up anew: a running sum would keep the rounding of a loss that was huge at first.
    mean: () => (known < span ? null : latest.reduce((sum, value) => sum + value, 0) / span),
    copy: () => meanFrom(latest.slice(), known),
  }
}
