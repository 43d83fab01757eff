import type { Growable } from '../../store/curves/growable'
import type { History } from '../../store/curves/history'
import { lowerBound, upperBound } from '../../store/curves/search'

/** The sorted horizontal positions of a curve's values. */
export type Axis = {
  readonly count: number
  readonly at: (index: number) => number
  /** First index whose position is >= `value`, or `count`. */
  readonly from: (value: number) => number
  /** First index whose position is > `value`, or `count`. */
  readonly after: (value: number) => number
}

/** The places of all time steps of a run. */
export function timeAxis(history: History): Axis {
  return sortedAxis(history.times)
}

/** Positions that stand in an array, in order. */
export function sortedAxis({ data, length: count }: Growable<Float64Array>): Axis {
  return {
    count,
    at: (index) => data[index] ?? 0,
    from: (value) => lowerBound(data, value, 0, count),
    after: (value) => upperBound(data, value, 0, count),
  }
}

/** The numbers of consecutive updates. */
export function countingAxis(first: number, count: number): Axis {
  const within = (index: number) => Math.min(Math.max(index, 0), count)
  return {
    count,
    at: (index) => first + index,
    from: (value) => within(Math.ceil(value - first)),
    after: (value) => within(Math.floor(value - first) + 1),
  }
}
