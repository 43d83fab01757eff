import type { SeriesTimes } from './series'

/** The finest unit that tells two time steps of a series apart. */
export type DateUnit = Extract<SeriesTimes, { kind: 'dates' }>['unit']

/** What times are: instants in milliseconds since 1970 in UTC, or numbers in a unit of the series' own. */
export type TimesOf =
  | { readonly of: 'dates'; readonly name: string; readonly unit: DateUnit }
  | { readonly of: 'numbers'; readonly name: string }

/** The times of a series' rows (the first is 0), in as few numbers as they can be told with. */
export type AxisTimes =
  /** Rows are only counted. */
  | { readonly kind: 'rows' }
  /** Row r is at `first + r · interval`. */
  | ({ readonly kind: 'regular'; readonly first: number; readonly interval: number } & TimesOf)
  /** Row r is `r · months` calendar months after `first`, on the same day, or the last of a shorter month. */
  | ({ readonly kind: 'calendar'; readonly first: number; readonly months: number } & TimesOf)
  /** Between two of these rows, and beyond the last, times lie on a straight line: exactly, or only nearly. */
  | ({
      readonly kind: 'knots'
      readonly rows: Float64Array
      readonly values: Float64Array
      readonly exact: boolean
    } & TimesOf)

/** The most rows of a series whose times are told one by one. */
export const MAX_KNOTS = 2000

/**
 * Puts the times of a series into a rule. Regular times and calendar months are exact; other times are told at the rows
 * where their distance changes, or where these are more than 2,000, at as many rows with equal distances: then they are
 * not exact in between.
 *
 * @param times of all rows, each a finite number
 */
export function axisTimesOf(times: SeriesTimes): AxisTimes {
  if (times.kind === 'rows' || times.values.length === 0) return { kind: 'rows' }
  const { values, name } = times
  const of: TimesOf =
    times.kind === 'dates' ? { of: 'dates', name, unit: times.unit } : { of: 'numbers', name }
  const first = values[0] as number
  // By all rows and not by two: the first interval of 0.1 and 0.2 is not that of all.
  const last = values.length - 1
  const interval = last === 0 ? 0 : ((values[last] as number) - first) / last
  const nearly =
    1e-9 * Math.abs(interval) +
    4 * Number.EPSILON * Math.max(Math.abs(first), Math.abs(values[last] as number))
  if (values.every((value, row) => Math.abs(value - (first + row * interval)) <= nearly))
    return { kind: 'regular', first, interval, ...of }
  if (of.of === 'dates') {
    const months = monthsOf(values[1] as number) - monthsOf(first)
    if (months > 0 && values.every((value, row) => value === monthsLater(first, row * months)))
      return { kind: 'calendar', first, months, ...of }
  }
  return { kind: 'knots', ...knotsOf(values), ...of }
}

/** The time of a row in the series' own time, which may lie between two rows or beyond the last; null where rows are only counted. */
export function timeAt(times: AxisTimes, row: number): number | null {
  switch (times.kind) {
    case 'rows':
      return null
    case 'regular':
      return whole(times, times.first + row * times.interval)
    case 'calendar':
      return monthsLater(times.first, Math.round(row) * times.months)
    case 'knots':
      return whole(times, between(times.rows, times.values, row))
  }
}

/** Dates are whole milliseconds; what a division has left of one is its rounding. */
function whole({ of }: TimesOf, time: number): number {
  return of === 'dates' ? Math.round(time) : time
}

function knotsOf(values: Float64Array): { rows: Float64Array; values: Float64Array; exact: boolean } {
  const rows = [0]
  const last = values.length - 1
  for (let row = 1; row < last && rows.length <= MAX_KNOTS; row++) {
    const [before, at, after] = [values[row - 1], values[row], values[row + 1]] as [number, number, number]
    if (at - before !== after - at) rows.push(row)
  }
  rows.push(last)
  const exact = rows.length <= MAX_KNOTS
  const told = exact
    ? Float64Array.from(rows)
    : Float64Array.from({ length: MAX_KNOTS }, (_, i) => Math.round((i / (MAX_KNOTS - 1)) * last))
  return { rows: told, values: told.map((row) => values[row] as number), exact }
}

function between(rows: Float64Array, values: Float64Array, row: number): number {
  // The last knot at or before the row, but never the very last: beyond it, its line goes on.
  let [low, high] = [0, Math.max(rows.length - 2, 0)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((rows[middle] as number) <= row) low = middle
    else high = middle - 1
  }
  const [from, value] = [rows[low] as number, values[low] as number]
  const [to, next] = [rows[low + 1] ?? from, values[low + 1] ?? value]
  return to === from ? value : value + ((row - from) / (to - from)) * (next - value)
}

/** Calendar months since January 1970. */
function monthsOf(time: number): number {
  const date = new Date(time)
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
}

/** The same day and time of day so many months later, or the last day of a month that is shorter. */
function monthsLater(time: number, months: number): number {
  const date = new Date(time)
  const total = monthsOf(time) + months
  const start = new Date(0)
  start.setUTCFullYear(1970 + Math.floor(total / 12), (((total % 12) + 12) % 12) + 1, 0)
  const day = Math.min(date.getUTCDate(), start.getUTCDate())
  start.setUTCDate(day)
  return start.getTime() + (time - Math.floor(time / 86_400_000) * 86_400_000)
}
