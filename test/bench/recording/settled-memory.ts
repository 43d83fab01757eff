import { setTimeout as after } from 'node:timers/promises'

/** Milliseconds from look to look. */
const BETWEEN = 100
/** Looks at most: what has not settled by then is taken as it is. */
const LOOKS = 50
/** Megabytes that two looks may differ by. */
const SAME = 0.1

/** Resident memory of this process in megabytes, when garbage was collected and it changes no more. */
export async function settledMemory(): Promise<number> {
  let last = Number.POSITIVE_INFINITY
  for (let look = 0; look < LOOKS; look += 1) {
    void globalThis.gc?.()
    const now = process.memoryUsage().rss / 1e6
    if (Math.abs(now - last) < SAME) return now
    last = now
    await after(BETWEEN)
  }
  return last
}
