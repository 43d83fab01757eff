import type { ColumnSummary } from '@contract/data/read-series'
import type { Column } from '@contract/data/series'

/** What there is to say of a column's numbers; NaN where it has none. */
export function columnSummary({ name, values }: Column): ColumnSummary {
  let [known, mean, least, greatest] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    known += 1
    // Not a sum: that of large numbers would be infinite.
    mean += (value - mean) / known
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const missing = values.length - known
  if (known === 0) return { name, missing, least: Number.NaN, greatest: Number.NaN, mean: Number.NaN }
  return { name, missing, least, greatest, mean }
}
