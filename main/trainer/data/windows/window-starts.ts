import type { Stretch } from './stretches'

/** The rows at which windows of one length can start, in order of time. */
export type WindowStarts = {
  readonly count: number
  /** The row of the first inputs of a window. @param index from 0 to count − 1 */
  readonly at: (index: number) => number
}

/**
 * Windows of `window` pairs within the stretches, each `stride` pairs after the one before it; each stretch begins
 * anew, and what is left at its end is too short.
 */
export function windowStarts(stretches: readonly Stretch[], window: number, stride: number): WindowStarts {
  const whole = stretches.filter(({ from, to }) => to - from >= window)
  /** How many windows there are before each stretch, and in all at the end. */
  const before = [0]
  for (const { from, to } of whole)
    before.push((before.at(-1) ?? 0) + Math.floor((to - from - window) / stride) + 1)
  const count = before.at(-1) ?? 0
  return {
    count,
    at: (index) => {
      if (index < 0 || index >= count) throw new RangeError(`window ${index} of ${count}`)
      let [low, high] = [0, whole.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >>> 1
        if ((before[middle] as number) <= index) low = middle
        else high = middle - 1
      }
      const stretch = whole[low] as Stretch
      return stretch.from + (index - (before[low] as number)) * stride
    },
  }
}
