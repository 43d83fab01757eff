import { type AxisTimes, timeAt } from '@contract/data/axis-times'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** Digits of a time that is a number: what is read is no longer than it need be. */
const DIGITS = 9
/** No date is further from 1970, in milliseconds. */
const LAST_DATE = 8.64e15

/** The time of a row (the first is 0) in the series' own time, to be said; null where it has none. */
export function timeText(times: AxisTimes, row: number): Text | null {
  const time = timeAt(times, row)
  if (time === null || times.kind === 'rows') return null
  const exact = times.kind !== 'knots' || times.exact
  if (times.of === 'numbers')
    return text('charts.numberTime', { time: Number(time.toPrecision(DIGITS)), exact })
  return Math.abs(time) > LAST_DATE ? null : text('charts.date', { time, unit: times.unit, exact })
}
