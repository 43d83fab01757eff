import { type AxisTimes, timeAt } from '@contract/data/axis-times'
import type { PartRange } from '@contract/data/parts'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { timeText } from '../../store/words/axis-words'
import { countTicks, niceStep } from '../axes/ticks'

/** A mark of the axis of a whole series: a row (the first is 0, and a time may lie between two), and what is said there. */
export type TimeMark = { readonly row: number; readonly label: Text }

/** Pixels from one mark to the next. */
const PIXELS = { number: 80, year: 60, month: 90, day: 110, minute: 180, second: 190, millisecond: 220 }
const YEAR = 365.2425 * 86_400_000

/**
 * Marks of some rows of a series at round times: of rows without times at round counts, of dates over years at their
 * beginnings.
 *
 * @param rows of the whole series
 */
export function timeMarks(
  times: AxisTimes,
  rows: number,
  { from: firstRow, to }: PartRange,
  width: number,
): readonly TimeMark[] {
  const lastRow = to - 1
  if (times.kind === 'rows')
    return countTicks(firstRow + 1, to, width / PIXELS.number).map((value) => ({
      row: value - 1,
      label: text('charts.number', { value }),
    }))
  const [first, last] = [timeAt(times, firstRow) ?? 0, timeAt(times, lastRow) ?? 0]
  if (times.of === 'numbers')
    return countTicks(first, last, width / PIXELS.number, true).map((time) => ({
      row: rowAt(times, rows, time),
      label: text('charts.numberTime', { time: Number(time.toPrecision(9)), exact: true }),
    }))
  const most = width / PIXELS.year
  const years = (last - first) / YEAR
  // Fewer years than marks would leave the axis bare.
  if (years < Math.min(3, most)) {
    const wide = width / PIXELS[times.unit]
    return countTicks(firstRow, lastRow, wide).flatMap((row) => {
      const label = timeText(times, row)
      return label ? [{ row, label }] : []
    })
  }
  const step = Math.max(1, niceStep(years / most))
  const begin = Math.ceil((new Date(first).getUTCFullYear() + (isNewYear(first) ? 0 : 1)) / step) * step
  const marks: TimeMark[] = []
  for (let year = begin; startOf(year) <= last; year += step)
    marks.push({
      row: rowAt(times, rows, startOf(year)),
      label: text('charts.date', { time: startOf(year), unit: 'year', exact: true }),
    })
  return marks
}

/** Where a time lies between the rows of a series, whose times never go back. */
export function rowAt(times: AxisTimes, rows: number, time: number): number {
  let [low, high] = [0, rows - 1]
  // Calendar months are only known at whole rows, which are near enough to each other.
  const whole = times.kind === 'calendar'
  for (let halving = 0; halving < 60 && high - low > (whole ? 1 : 1e-6); halving++) {
    const middle = whole ? (low + high) >> 1 : (low + high) / 2
    if ((timeAt(times, middle) ?? 0) < time) low = middle
    else high = middle
  }
  return (timeAt(times, low) ?? 0) >= time ? low : high
}

function startOf(year: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, 0, 1)
  return date.getTime()
}

function isNewYear(time: number): boolean {
  return startOf(new Date(time).getUTCFullYear()) === time
}
