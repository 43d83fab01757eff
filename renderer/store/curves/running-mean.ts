import { type Curve, createCurve, shorten } from './curve'
import { growableFloat64 } from './growable'

/** The mean of all values so far, for every value that is added. */
export type RunningMean = {
  readonly curve: Curve
  readonly append: (values: Float32Array) => void
  /** Makes room for so many more, or throws a RangeError. */
  readonly reserve: (more: number) => void
  /** Forgets all values after the first `count`. */
  readonly truncate: (count: number) => void
}

export function createRunningMean(): RunningMean {
  const curve = createCurve()
  // In double precision: the mean of a million losses must not drift.
  const sums = growableFloat64()
  return {
    curve,
    append(values) {
      const before = sums.length
      const added = new Float64Array(values.length)
      let sum = before === 0 ? 0 : (sums.data[before - 1] ?? 0)
      for (let index = 0; index < values.length; index++) {
        sum += values[index] ?? 0
        added[index] = sum
      }
      sums.append(added)
      curve.values.append(Float32Array.from(added, (total, index) => total / (before + index + 1)))
    },
    reserve(more) {
      sums.reserve(more)
      curve.values.reserve(more)
    },
    truncate(count) {
      sums.truncate(count)
      shorten(curve, count)
    },
  }
}
