import type { ColumnPicture, SeriesPicture } from '@contract/data/series-picture'

/** The least and the greatest of some numbers. */
export type Range = { readonly least: number; readonly greatest: number }

/** Where the numbers of a column lie, in its own unit. */
export type ColumnRanges = {
  /** Null where it has no number at all. */
  readonly whole: Range | null
  readonly training: Range | null
  /** Of the validation and the test part together. */
  readonly later: Range | null
  /** Of those, how many lie outside of what the training part has: values, or stretches of several rows. */
  readonly outside: number
  readonly of: number
  /** Whether these are values one by one: a long series is only known in stretches. */
  readonly exact: boolean
}

/** Compares what a column has in its training part with what comes after it; a stretch across the cut counts as training. */
export function columnRanges(
  { least, greatest }: ColumnPicture,
  { rows, parts }: Pick<SeriesPicture, 'rows' | 'parts'>,
): ColumnRanges {
  const buckets = least.length
  const later = Array.from(least.keys()).findIndex(
    (bucket) => Math.floor((bucket * rows) / buckets) >= parts.train.to,
  )
  const cut = later < 0 ? buckets : later
  const training = rangeOf(least, greatest, 0, cut)
  let [outside, of] = [0, 0]
  for (let bucket = cut; bucket < buckets; bucket++) {
    const [low, high] = [least[bucket] as number, greatest[bucket] as number]
    if (Number.isNaN(low)) continue
    of += 1
    if (training && (low < training.least || high > training.greatest)) outside += 1
  }
  return {
    whole: rangeOf(least, greatest, 0, buckets),
    training,
    later: rangeOf(least, greatest, cut, buckets),
    outside,
    of,
    exact: buckets === rows,
  }
}

function rangeOf(least: Float64Array, greatest: Float64Array, from: number, to: number): Range | null {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let bucket = from; bucket < to; bucket++) {
    if ((least[bucket] as number) < low) low = least[bucket] as number
    if ((greatest[bucket] as number) > high) high = greatest[bucket] as number
  }
  return low <= high ? { least: low, greatest: high } : null
}
