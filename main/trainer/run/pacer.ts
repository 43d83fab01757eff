import type { Pace } from '@contract/run/pace'

/** Says when the next update is due, so that updates come evenly and never faster than asked for. */
export type Pacer = {
  setPace: (pace: Pace) => void
  /** Whether updates may come as fast as the machine can make them. */
  readonly unlimited: () => boolean
  /** Milliseconds to wait at time `now` before the next update; 0 when it is due. */
  readonly wait: (now: number) => number
  /** An update was begun at time `now`. */
  updated: (now: number) => void
  /** Training starts again: the first update is due at once. */
  restart: () => void
}

export function createPacer(initial: Pace): Pacer {
  let interval = intervalOf(initial)
  let last = Number.NEGATIVE_INFINITY
  return {
    setPace: (pace) => {
      interval = intervalOf(pace)
    },
    unlimited: () => interval === 0,
    wait: (now) => Math.max(0, last + interval - now),
    updated: (now) => {
      // Counted from when the update was due, so that a late timer does not slow the pace down; but a
      // machine that cannot keep the pace does not owe the updates it missed.
      const due = last + interval
      last = now - due < interval ? due : now
    },
    restart: () => {
      last = Number.NEGATIVE_INFINITY
    },
  }
}

function intervalOf(pace: Pace): number {
  return pace === 'max' ? 0 : 1000 / pace
}
