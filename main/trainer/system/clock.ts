/** Time as a run sees it; tests bring their own. */
export type Clock = {
  /** Milliseconds since some fixed moment. */
  readonly now: () => number
  /** Runs `action` as soon as waiting messages have been heard; returns a function that calls it off. */
  readonly soon: (action: () => void) => () => void
  /** Runs `action` after `milliseconds`; returns a function that calls it off. */
  readonly later: (action: () => void, milliseconds: number) => () => void
}

export const systemClock: Clock = {
  now: () => performance.now(),
  soon: (action) => {
    const handle = setImmediate(action)
    return () => clearImmediate(handle)
  },
  later: (action, milliseconds) => {
    const handle = setTimeout(action, milliseconds)
    return () => clearTimeout(handle)
  },
}
