import { type Curve, createCurve, shorten } from './curve'
import { type Growable, growableFloat64 } from './growable'
import { lowerBound, upperBound } from './search'

/** The validation losses of a run: there is one after some of its updates only. */
export type ValidationLosses = {
  /** The updates after which there is one, in order. */
  readonly updates: Growable<Float64Array>
  readonly losses: Curve
  /** Takes in those of consecutive updates, from this one on; NaN where the network was not evaluated. */
  readonly append: (firstUpdate: number, losses: Float32Array) => void
  /** Makes room for so many more, or throws a RangeError. */
  readonly reserve: (more: number) => void
  /** Forgets those after an update. */
  readonly truncate: (lastUpdate: number) => void
  /** The last one known at an update, and the update that it is of; null where there is none yet. */
  readonly at: (update: number) => { readonly update: number; readonly loss: number } | null
  /** Those of so many consecutive updates, from this one on, as they were taken in. */
  readonly between: (firstUpdate: number, count: number) => Float32Array
}

export function createValidationLosses(): ValidationLosses {
  const updates = growableFloat64()
  const losses = createCurve()
  return {
    updates,
    losses,
    append(firstUpdate, values) {
      const known = [...values.keys()].filter((index) => !Number.isNaN(values[index]))
      updates.append(known.map((index) => firstUpdate + index))
      losses.values.append(known.map((index) => values[index] as number))
    },
    reserve(more) {
      updates.reserve(more)
      losses.values.reserve(more)
    },
    truncate(lastUpdate) {
      const kept = upperBound(updates.data, lastUpdate, 0, updates.length)
      updates.truncate(kept)
      shorten(losses, kept)
    },
    at(update) {
      const index = lowerBound(updates.data, update + 1, 0, updates.length) - 1
      if (index < 0) return null
      return { update: updates.data[index] as number, loss: losses.values.data[index] as number }
    },
    between(firstUpdate, count) {
      const values = new Float32Array(count).fill(Number.NaN)
      const end = upperBound(updates.data, firstUpdate + count - 1, 0, updates.length)
      for (let index = lowerBound(updates.data, firstUpdate, 0, end); index < end; index += 1)
        values[(updates.data[index] as number) - firstUpdate] = losses.values.data[index] as number
      return values
    },
  }
}
