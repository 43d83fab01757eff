import type { PartRange } from '@contract/data/parts'
import { type Envelope, MAX_BUCKETS } from '@contract/data/series-picture'

/** The least and the greatest number of each bucket of rows, NaN where it has none, and the rows without a number. */
export type WholeEnvelope = Envelope & { readonly missing: number }

/** Of columns that have been looked at: settings change often, a column never. */
const known = new WeakMap<Float64Array, WholeEnvelope>()

/** A whole column in as many buckets as rows, up to 2,000. */
export function envelopeOf(values: Float64Array): WholeEnvelope {
  const found = known.get(values) ?? nearEnvelope(values, { from: 0, to: values.length }, MAX_BUCKETS)
  known.set(values, found)
  return found
}

/** Some rows of a column in as many buckets as rows, up to so many. */
export function nearEnvelope(values: Float64Array, { from, to }: PartRange, most: number): WholeEnvelope {
  const rows = to - from
  const buckets = Math.min(rows, most)
  const [least, greatest] = [new Float64Array(buckets), new Float64Array(buckets)]
  let missing = 0
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    const end = from + Math.floor(((bucket + 1) * rows) / buckets)
    for (let row = from + Math.floor((bucket * rows) / buckets); row < end; row += 1) {
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
