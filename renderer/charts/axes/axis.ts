import type { Growable } from '../../store/curves/growable'
import { lowerBound, type Positions, upperBound } from '../../store/curves/search'

/** Positions that stand in an array, in order. */
export function sortedAxis({ data, length: count }: Growable<Float64Array>): Positions {
  return {
    count,
    at: (index) => data[index] ?? 0,
    from: (value) => lowerBound(data, value, 0, count),
    after: (value) => upperBound(data, value, 0, count),
  }
}

/** The numbers of consecutive updates. */
export function countingAxis(first: number, count: number): Positions {
  const within = (index: number) => Math.min(Math.max(index, 0), count)
  return {
    count,
    at: (index) => first + index,
    from: (value) => within(Math.ceil(value - first)),
    after: (value) => within(Math.floor(value - first) + 1),
  }
}
