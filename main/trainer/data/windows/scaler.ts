import type { PartRange } from '@contract/data/parts'
import { AS_IT_IS, type Scaler } from '@contract/data/scaler'
import type { ScalingName } from '@contract/settings/run-config'

/**
 * Finds how a column is scaled, from its numbers in the training part alone: `standard` is scikit-learn's
 * StandardScaler (the deviation divides by n), `min-max` its MinMaxScaler to [0, 1]. Missing numbers do not count. A
 * column of one value has the scale 1: there is nothing to stretch.
 */
export function fitScaler(values: Float64Array, train: PartRange, scaling: ScalingName): Scaler {
  if (scaling === 'none') return AS_IT_IS
  const known = { count: 0, mean: 0, squares: 0, least: Infinity, greatest: -Infinity }
  for (let row = train.from; row < train.to; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    // Welford (1962): a sum of squares would lose the deviation of numbers far from zero.
    known.count += 1
    const before = value - known.mean
    known.mean += before / known.count
    known.squares += before * (value - known.mean)
    known.least = Math.min(known.least, value)
    known.greatest = Math.max(known.greatest, value)
  }
  if (known.count === 0) return AS_IT_IS
  const [offset, scale] =
    scaling === 'standard'
      ? [known.mean, Math.sqrt(known.squares / known.count)]
      : [known.least, known.greatest - known.least]
  return { offset, scale: isSpread(scale, offset) ? scale : 1 }
}

/** The smallest normal number of float32: a chart of smaller ones would show none of them. */
const SMALLEST = 2 ** -126

/** Whether a spread is one, and not what rounding leaves of none. */
function isSpread(scale: number, offset: number): boolean {
  return scale > 10 * Number.EPSILON * Math.abs(offset) && scale >= SMALLEST && Number.isFinite(scale)
}
