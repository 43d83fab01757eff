import type { PartRange } from '@contract/data/parts'

/** The rows of a bucket, where those of a range are told in so many buckets. */
export function rowsOfBucket(bucket: number, buckets: number, { from, to }: PartRange): PartRange {
  const rows = to - from
  return {
    from: from + Math.floor((bucket * rows) / buckets),
    to: from + Math.floor(((bucket + 1) * rows) / buckets),
  }
}

/** The bucket that a row of the range lies in. */
export function bucketOfRow(row: number, buckets: number, { from, to }: PartRange): number {
  return Math.floor(((row - from + 1) * buckets - 1) / (to - from))
}

/** Buckets in a row that all hold a number, or none of which does: from `from` up to, not including, `to`. */
export type Stretch = PartRange & { readonly known: boolean }

/** Some buckets of a column taken apart where its numbers begin and end. */
export function stretchesOf(
  least: Float64Array,
  { from: first, to: end }: PartRange = { from: 0, to: least.length },
): readonly Stretch[] {
  const found: Stretch[] = []
  let from = first
  for (let to = first + 1; to <= end; to++) {
    const known = !Number.isNaN(least[from])
    if (to < end && Number.isNaN(least[to]) !== known) continue
    found.push({ from, to, known })
    from = to
  }
  return found
}
