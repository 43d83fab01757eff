import { MAX_ROWS, type Series } from '@contract/data/series'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { finestUnit } from './cells/finest-unit'
import { intervals } from './intervals'

/**
 * An irregular series at regular times: from the first one on, each the median interval later, with values on the straight
 * line between the two time steps around it. Where one of these is missing, so is the value. A regular series is returned
 * as it is.
 *
 * Fails where the series would get too long, as one with a long gap between short intervals does.
 */
export function resampled(series: Series): Result<Series> {
  const { times, columns } = series
  const found = intervals(times)
  if (times.kind === 'rows' || found.kind !== 'irregular') return ok(series)
  const { values: old } = times
  const [first = 0, last = 0] = [old[0], old.at(-1)]
  // A time that falls short of the last one by rounding alone is the last one.
  const rows = Math.floor((last - first) / found.median + 1e-9) + 1
  if (rows > MAX_ROWS)
    return fail('file-unreadable', text('tableFile.resampledTooLong', { most: MAX_ROWS, found: rows }))
  const regular = Float64Array.from({ length: rows }, (_, i) => Math.min(first + i * found.median, last))
  const values = columns.map(() => new Float64Array(rows))
  let left = 0
  for (const [i, time] of regular.entries()) {
    while (left < old.length - 2 && (old[left + 1] as number) <= time) left += 1
    const [start, end] = [old[left] as number, old[left + 1] as number]
    const share = (time - start) / (end - start)
    for (const [column, { values: from }] of columns.entries()) {
      const [one, other] = [from[left] as number, from[left + 1] as number]
      const to = values[column] as Float64Array
      // At a time step itself its neighbour says nothing, missing or not.
      to[i] = share === 0 ? one : share === 1 ? other : one + share * (other - one)
    }
  }
  const at = { ...times, values: regular }
  return ok({
    times: at.kind === 'dates' ? { ...at, unit: finestUnit(regular) } : at,
    columns: columns.map(({ name }, i) => ({ name, values: values[i] as Float64Array })),
  })
}
