import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const

/**
 * A length of time in its largest whole unit, with three digits: `1 day`, `1.5 hours`.
 *
 * @param length milliseconds between dates, else a number in the table's own unit
 */
export function spanText(length: number, areDates: boolean): Text {
  const [unit, milliseconds] = areDates
    ? (UNITS.find(([, size]) => length >= size) ?? UNITS[3])
    : (['number', 1] as const)
  return text('openData.span', { count: Number((length / milliseconds).toPrecision(3)), unit })
}
