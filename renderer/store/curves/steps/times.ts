import type { AxisUnit } from '@contract/data/source-facts'
import type { Growable } from '../growable'
import { lowerBound, type Positions, upperBound } from '../search'

/** Where the windows of a run stand, each by its first time step and the distance between two. */
export type Windows = {
  /** Index of the first time step of each update. */
  readonly starts: Growable<Float64Array>
  readonly places: Growable<Float64Array>
  readonly distances: Growable<Float64Array>
  /** Time steps of all updates. */
  readonly points: () => number
}

/** Place of a time step as on the wire. */
export function placeOf({ starts, places, distances }: Windows, point: number): number {
  const update = upperBound(starts.data, point, 0, starts.length) - 1
  return (places.data[update] ?? 0) + (point - (starts.data[update] ?? 0)) * (distances.data[update] ?? 0)
}

/**
 * Where the time steps of a run stand on the axis of its curves. That of the lesson is its time, in half periods. Windows
 * of a series may overlap, come in any order or begin again: their axis counts the time steps that were seen, from 0.
 *
 * @param seen time steps before the first
 */
export function positionsOf(axis: AxisUnit, windows: Windows, seen: number): Positions {
  const count = windows.points()
  if (axis === 'time-steps') {
    const within = (index: number) => Math.min(Math.max(index, 0), count)
    return {
      count,
      at: (index) => seen + index,
      from: (value) => within(Math.ceil(value - seen)),
      after: (value) => within(Math.floor(value - seen) + 1),
    }
  }
  const { starts, places, distances } = windows
  /** In the window before the first one that begins there, or else where that begins. */
  const search = (value: number, bound: typeof lowerBound) => {
    const next = bound(places.data, value, 0, places.length)
    const end = next < starts.length ? (starts.data[next] as number) : count
    if (next === 0) return 0
    const start = starts.data[next - 1] as number
    const [place, distance] = [places.data[next - 1] as number, distances.data[next - 1] as number]
    let [low, high] = [start, end]
    while (low < high) {
      const middle = (low + high) >>> 1
      const at = place + (middle - start) * distance
      if (bound === lowerBound ? at < value : at <= value) low = middle + 1
      else high = middle
    }
    return low
  }
  return {
    count,
    at: (index) => placeOf(windows, index),
    from: (value) => search(value, lowerBound),
    after: (value) => search(value, upperBound),
  }
}
