import type { TimeFormat } from '@contract/data/table/table-choices'
import { midnight } from './calendar'
import { clockTime, isUtc, plainClock } from './clock-text'
import { type NumberStyle, numberReader } from './number-text'

/** A time: milliseconds since 1970 in UTC, for `number` the number itself; null for a text that is none. */
export type TimeReader = {
  readonly read: (cell: string) => number | null
  /** Whether a time of day without a zone has been read, which was taken for UTC. */
  readonly hasTakenUtc: () => boolean
}

/** The last millisecond that JavaScript has a date for. */
const LAST_TIME = 8.64e15
/** What may stand between a date and its time of day. */
const BEFORE_CLOCK = /[ T,]/
const [SPACE, LARGE_T] = [32, 84]

/** Reads the texts of a time column. */
export function timeReader(format: TimeFormat, style: NumberStyle): TimeReader {
  let tookUtc = false
  // Many rows in a row are of one day.
  let day: FoundDate & { readonly written: string } = { time: null, end: 0, written: ' ' }
  const number = numberReader(style)
  const finite = (cell: string) => {
    const value = number(cell)
    return value !== null && Number.isFinite(value) ? value : null
  }
  const since1970 = (cell: string, unit: number) => {
    const value = finite(cell)
    if (value === null) return null
    const time = Math.round(value * unit)
    return Math.abs(time) <= LAST_TIME ? time : null
  }
  /** A time of the same day as the last one; null for any other cell, and for one that is written unusually. */
  const quick = (trimmed: string) => {
    if (day.time === null || !isDay(trimmed, day)) return null
    const before = trimmed.charCodeAt(day.end)
    if (before !== SPACE && before !== LARGE_T) return null
    const clock = plainClock(trimmed, day.end + 1)
    if (clock === null) return null
    if (!isUtc(trimmed)) tookUtc = true
    return day.time + clock
  }
  const dated = (cell: string, dateOf: (text: string) => FoundDate | null) => {
    const trimmed = cell.trim()
    const time = quick(trimmed)
    if (time !== null) return time
    const text = western(trimmed)
    const date = isDay(text, day) ? day : dateOf(text)
    if (!date || date.time === null) return null
    if (date !== day) day = { ...date, written: text.slice(0, date.end) }
    if (date.end === text.length) return date.time
    if (!BEFORE_CLOCK.test(text[date.end] as string)) return null
    const clock = clockTime(text, date.end + 1)
    if (!clock) return null
    if (!clock.hasZone) tookUtc = true
    return date.time + clock.time
  }
  const read = (cell: string): number | null => {
    switch (format) {
      case 'iso':
        return dated(cell, yearFirst)
      case 'day-month-year':
        return dated(cell, (text) => yearLast(text, 'day'))
      case 'month-day-year':
        return dated(cell, (text) => yearLast(text, 'month'))
      case 'year-month':
        return yearMonth(western(cell.trim()))
      case 'unix-seconds':
        return since1970(cell, 1000)
      case 'unix-milliseconds':
        return since1970(cell, 1)
      case 'year':
        return /^\d{1,4}$/.test(cell.trim()) ? midnight(Number(cell), 1, 1) : null
      case 'number':
        return finite(cell)
    }
  }
  return { read, hasTakenUtc: () => tookUtc }
}

/** A date at the beginning of a text and where it ends; its time is null for a day that there is not. */
type FoundDate = { readonly time: number | null; readonly end: number }

/** Whether a text begins with a date that has been read. */
function isDay(text: string, { written, end }: { readonly written: string; readonly end: number }): boolean {
  return text.startsWith(written) && !isDigit(text, end)
}

/** 2020年12月31日 as 2020-12-31. */
function western(text: string): string {
  return text.includes('年') ? text.replace(/[年月](?=\d)/g, '-').replace(/[年月日]/, '') : text
}

function isSeparator(letter: string | undefined): boolean {
  return letter === '-' || letter === '/' || letter === '.'
}

/** How many digits stand at a place, two at most. */
function fewDigits(text: string, at: number): number {
  if (!isDigit(text, at)) return 0
  return isDigit(text, at + 1) ? 2 : 1
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function numberAt(text: string, at: number, length: number): number {
  let value = 0
  for (let i = at; i < at + length; i += 1) {
    if (!isDigit(text, i)) return -1
    value = value * 10 + text.charCodeAt(i) - 48
  }
  return value
}

function yearFirst(text: string): FoundDate | null {
  const year = numberAt(text, 0, 4)
  if (year < 0) return null
  const separator = text[4]
  if (!isSeparator(separator)) {
    const [month, day] = [numberAt(text, 4, 2), numberAt(text, 6, 2)]
    return month < 0 || day < 0 ? null : { time: midnight(year, month, day), end: 8 }
  }
  const months = fewDigits(text, 5)
  if (months === 0 || text[5 + months] !== separator) return null
  const days = fewDigits(text, 6 + months)
  if (days === 0) return null
  const time = midnight(year, numberAt(text, 5, months), numberAt(text, 6 + months, days))
  return { time, end: 6 + months + days }
}

function yearLast(text: string, first: 'day' | 'month'): FoundDate | null {
  const ones = fewDigits(text, 0)
  const separator = text[ones]
  if (ones === 0 || !isSeparator(separator)) return null
  const others = fewDigits(text, ones + 1)
  const at = ones + others + 2
  if (others === 0 || text[at - 1] !== separator) return null
  // Of two digits it would be a guess which century is meant.
  const year = numberAt(text, at, 4)
  if (year < 0) return null
  const [one, other] = [numberAt(text, 0, ones), numberAt(text, ones + 1, others)]
  return { time: first === 'day' ? midnight(year, other, one) : midnight(year, one, other), end: at + 4 }
}

function yearMonth(text: string): number | null {
  const [, year, month] = /^(\d{4})(?:[-/.]|[Mm])(\d{1,2})$/.exec(text) ?? []
  return year === undefined ? null : midnight(Number(year), Number(month), 1)
}
