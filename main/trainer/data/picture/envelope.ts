import { MAX_BUCKETS } from '@contract/data/series-picture'

/** The least and the greatest number of each bucket of rows, NaN where it has none, and the rows without a number. */
export type Envelope = {
  readonly least: Float64Array
  readonly greatest: Float64Array
  readonly missing: number
}

/** Of columns that have been looked at: settings change often, a column never. */
const known = new WeakMap<Float64Array, Envelope>()

/** A column in as many buckets as rows, up to 2,000: bucket b of n begins at row ⌊b·rows/n⌋. */
export function envelopeOf(values: Float64Array): Envelope {
  const found = known.get(values) ?? made(values)
  known.set(values, found)
  return found
}

function made(values: Float64Array): Envelope {
  const buckets = Math.min(values.length, MAX_BUCKETS)
  const [least, greatest] = [new Float64Array(buckets), new Float64Array(buckets)]
  let missing = 0
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const end = Math.floor(((bucket + 1) * values.length) / buckets)
    for (let row = Math.floor((bucket * values.length) / buckets); row < end; row += 1) {
      const value = values[row] as number
      if (Number.isNaN(value)) missing += 1
      if (value < low) low = value
      if (value > high) high = value
    }
    least[bucket] = low > high ? Number.NaN : low
    greatest[bucket] = low > high ? Number.NaN : high
  }
  return { least, greatest, missing }
}
