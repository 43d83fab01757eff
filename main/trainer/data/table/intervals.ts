import type { SeriesTimes } from '@contract/data/series'
import type { Intervals } from '@contract/data/table/intervals'

/** How far off the median an interval may be and still count as regular, as a share of it. */
const TOLERANCE = 0.01

/**
 * What lies between the times of a series, which grow: in milliseconds for dates, else in their own unit. Months and years
 * of the calendar are regular, though not of one length: the same day of every n-th month, or always the last one.
 */
export function intervals(times: SeriesTimes): Intervals {
  if (times.kind === 'rows' || times.values.length < 2) return { kind: 'none' }
  const { values } = times
  const months = times.kind === 'dates' ? calendarMonths(values) : null
  if (months !== null) return { kind: 'calendar', months }
  const gaps = new Float64Array(values.length - 1)
  let [greatest, after] = [0, 0]
  for (let i = 0; i < gaps.length; i += 1) {
    const gap = (values[i + 1] as number) - (values[i] as number)
    gaps[i] = gap
    if (gap > greatest) [greatest, after] = [gap, i]
  }
  const median = medianOf(gaps.slice())
  const off = gaps.filter((gap) => Math.abs(gap - median) > TOLERANCE * median).length
  if (off === 0) return { kind: 'regular', interval: median }
  return { kind: 'irregular', median, offShare: off / gaps.length, greatest, after }
}

/** The middle one, or the mean of the two in the middle; the numbers are sorted by this. */
function medianOf(gaps: Float64Array): number {
  gaps.sort()
  const middle = gaps.length >> 1
  const upper = gaps[middle] as number
  return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] as number) + upper) / 2
}

/** How many months lie between each two dates, where it is always as many; null otherwise. */
function calendarMonths(values: Float64Array): number | null {
  const first = new Date(values[0] as number)
  const second = new Date(values[1] as number)
  const months = monthOf(second) - monthOf(first)
  if (months < 1) return null
  let [isSameDay, isLastDay] = [true, true]
  for (let i = 0; i < values.length; i += 1) {
    const date = new Date(values[i] as number)
    if (monthOf(date) !== monthOf(first) + i * months || timeOfDay(date) !== timeOfDay(first)) return null
    isSameDay &&= date.getUTCDate() === first.getUTCDate()
    isLastDay &&= date.getUTCDate() === daysIn(date)
    if (!isSameDay && !isLastDay) return null
  }
  return months
}

function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

function timeOfDay(date: Date): number {
  return date.getTime() - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
}

function daysIn(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}
