import type { PartRange } from '@contract/data/parts'

/** The rows of a bucket, where so many rows are told in so many buckets. */
export function rowsOfBucket(bucket: number, buckets: number, rows: number): PartRange {
  return {
    from: Math.floor((bucket * rows) / buckets),
    to: Math.floor(((bucket + 1) * rows) / buckets),
  }
}

/** The bucket that a row lies in. */
export function bucketOfRow(row: number, buckets: number, rows: number): number {
  return Math.floor(((row + 1) * buckets - 1) / rows)
}

/** Buckets in a row that all hold a number, or none of which does: from `from` up to, not including, `to`. */
export type Stretch = PartRange & { readonly known: boolean }

/** A column taken apart where its numbers begin and end. */
export function stretchesOf(least: Float64Array): readonly Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (let to = 1; to <= least.length; to++) {
    const known = !Number.isNaN(least[from])
    if (to < least.length && Number.isNaN(least[to]) !== known) continue
    found.push({ from, to, known })
    from = to
  }
  return found
}
