/** Milliseconds over which the speed is measured. */
const SPAN = 1000

/** Measures updates a second over about the last second. */
export type Speedometer = {
  /** Training begins or goes on: what was measured before does not count. */
  restart: () => void
  /** So many more updates ended at time `now`, in milliseconds. */
  count: (now: number, updates: number) => void
  /** Updates a second; 0 until it has been told of updates twice. */
  readonly perSecond: () => number
}

export function createSpeedometer(): Speedometer {
  let from: number | null = null
  let counted = 0
  let speed = 0
  let spans = 0
  return {
    restart: () => {
      from = null
      speed = 0
      spans = 0
    },
    count: (now, updates) => {
      if (from === null) {
        from = now
        counted = 0
        return
      }
      counted += updates
      const elapsed = now - from
      // Until the first span is full, what has been seen of it is the best there is.
      if (elapsed > 0 && (spans === 0 || elapsed >= SPAN)) speed = (counted * 1000) / elapsed
      if (elapsed < SPAN) return
      spans += 1
      from = now
      counted = 0
    },
    perSecond: () => speed,
  }
}
