import type { PartRange } from '@contract/data/parts'
import type { SeenRanges, ValueRange } from '@contract/data/series-picture'

/** Compares what a column has in its training part with what comes after it, value by value. */
export function seenRanges(values: Float64Array, train: PartRange): SeenRanges {
  const training = rangeOf(values.subarray(train.from, train.to))
  const after = values.subarray(train.to)
  let [laterValues, outside] = [0, 0]
  for (const value of after) {
    if (Number.isNaN(value)) continue
    laterValues += 1
    if (training && (value < training.least || value > training.greatest)) outside += 1
  }
  return { training, later: rangeOf(after), laterValues, outside }
}

function rangeOf(values: Float64Array): ValueRange | null {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  return least <= greatest ? { least, greatest } : null
}
