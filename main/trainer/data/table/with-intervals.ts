import type { Series } from '@contract/data/series'

const MILLISECONDS = 1000

/**
 * A series with one more column: how much later each time step is than the one before, in seconds for dates, else in the
 * unit of the times. Missing for the first. A series without times is returned as it is.
 *
 * @param name of the column; where the series has one of this name, a number comes behind it
 */
export function withIntervals(series: Series, name: string): Series {
  const { times, columns } = series
  if (times.kind === 'rows') return series
  const unit = times.kind === 'dates' ? MILLISECONDS : 1
  const values = times.values.map((time, i) =>
    i === 0 ? Number.NaN : (time - (times.values[i - 1] as number)) / unit,
  )
  const taken = new Set(columns.map((column) => column.name))
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`
  return { times, columns: [...columns, { name: free, values }] }
}
