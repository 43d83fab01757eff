/** The sorted horizontal positions of a curve's values. */
export type Positions = {
  readonly count: number
  readonly at: (index: number) => number
  /** First index whose position is >= `value`, or `count`. */
  readonly from: (value: number) => number
  /** First index whose position is > `value`, or `count`. */
  readonly after: (value: number) => number
}

/** First index in [from, to) of a sorted array whose value is >= `value`; `to` when there is none. */
export function lowerBound(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** First index in [from, to) of a sorted array whose value is > `value`; `to` when there is none. */
export function upperBound(sorted: ArrayLike<number>, value: number, from: number, to: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the position nearest to `value`, or -1 when there is none. */
export function nearest({ count, at, from }: Positions, value: number): number {
  if (count === 0) return -1
  const right = from(value)
  if (right === 0) return 0
  if (right === count) return count - 1
  // Where two windows meet, one t stands twice: from the left this finds the end of the one window,
  // from the right the start of the next.
  return value - at(right - 1) < at(right) - value ? right - 1 : right
}
