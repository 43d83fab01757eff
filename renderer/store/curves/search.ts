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

/** Index in [0, count) of the value nearest to `value` in a sorted array, or -1 when it is empty. */
export function nearest(sorted: ArrayLike<number>, value: number, count: number): number {
  if (count === 0) return -1
  const right = lowerBound(sorted, value, 0, count)
  if (right === 0) return 0
  if (right === count) return count - 1
  // Where two windows meet, one t stands twice: from the left this finds the end of the one window,
  // from the right the start of the next.
  return value - (sorted[right - 1] ?? 0) < (sorted[right] ?? 0) - value ? right - 1 : right
}
