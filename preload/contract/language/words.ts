import { spaced } from './chinese'
import { type Language, localeOf } from './languages'
import type { Text } from './text'

/** Beyond this a name out of a file is cut, in characters: it has to fit a sentence. */
const LONGEST_NAME = 60

/** What a catalogue's sentences are put together with, in the catalogue's own language. */
export type Words = {
  /** A text inside of another one. */
  readonly say: (text: Text) => string
  /** A number with every digit that it has and no exponent: 0.000001 and not 1e-6; 4,294,967,295. */
  readonly number: (value: number | bigint) => string
  /** A number with so many decimals: 8.0. */
  readonly decimals: (value: number, count: number) => string
  /** A number with so many significant digits: 0.0120. */
  readonly significant: (value: number, digits: number) => string
  /** How long ago something was, in whole units: `3 minutes ago`, `yesterday`. */
  readonly ago: (count: number, unit: 'minute' | 'hour' | 'day') => string
  /** Some texts or words in a row: `a, b and c`. */
  readonly list: (items: readonly (Text | string)[], kind?: 'and' | 'or') => string
  /** The same of texts that can be many: of more than four three are shown, and how many more there are. */
  readonly few: (items: readonly (Text | string)[]) => string
  /** Something out of a file, such as the name of an array: in quotation marks, and cut where it is long. */
  readonly quote: (text: string) => string
  /** Some names out of a file, as `few` has them. */
  readonly quotedList: (names: readonly string[]) => string
  /** The file that a sentence is about, at its beginning: its base name in quotation marks, or `This file` for null. */
  readonly file: (name: string | null) => string
  /** A sentence inside of another one, without its full stop and what it asks to do: all after its last semicolon. */
  readonly finding: (text: Text) => string
  /** The day and the minute of an instant, in milliseconds since 1970, where the person is. */
  readonly moment: (time: number) => string
  /** An instant of a series, in milliseconds since 1970, down to a unit, in UTC: `1987`, `Mar 1987`, `Mar 5, 1987`. */
  readonly date: (time: number, unit: DateUnit) => string
}

/** The finest part of a date that is said. */
type DateUnit = 'year' | 'month' | 'day' | 'minute' | 'second' | 'millisecond'

const DATE_PARTS: { readonly [Unit in DateUnit]: Intl.DateTimeFormatOptions } = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'short' },
  day: { dateStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  second: { dateStyle: 'medium', timeStyle: 'medium' },
  millisecond: {
    ...{ year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric' },
    ...{ minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 },
  },
}

/** What `Intl` knows of a language. Its formats are dear to make, so they are made once. */
export function wordsIn(language: Language, say: (text: Text) => string): Words {
  const locale = localeOf(language)
  // In English, a list goes without the comma before its last word.
  const listLocale = locale === 'en-US' ? 'en-GB' : locale
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const decimals = once(
    (count: number) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count }),
  )
  const significant = once(
    (count: number) =>
      new Intl.NumberFormat(locale, { minimumSignificantDigits: count, maximumSignificantDigits: count }),
  )
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const lists = {
    and: new Intl.ListFormat(listLocale, { type: 'conjunction' }),
    or: new Intl.ListFormat(listLocale, { type: 'disjunction' }),
  }
  const dates = once(
    (unit: DateUnit) => new Intl.DateTimeFormat(locale, { ...DATE_PARTS[unit], timeZone: 'UTC' }),
  )
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  // Without the compiler's check of ids and values, which is made of the catalogues, whose sentences are made of these.
  const quote = (text: string) => {
    const letters = [...text]
    const cut = letters.length > LONGEST_NAME ? `${letters.slice(0, LONGEST_NAME).join('')}…` : text
    return say({ id: 'names.quoted', values: { escaped: JSON.stringify(cut).slice(1, -1) } })
  }
  const list: Words['list'] = (items, kind = 'and') =>
    joined(lists[kind].formatToParts(items.map((item) => (typeof item === 'string' ? item : say(item)))))
  const few: Words['few'] = (items) =>
    items.length > 4
      ? list([
          ...items.slice(0, 3),
          say({ id: 'names.more', values: { count: figures.format(items.length - 3) } }),
        ])
      : list(items)
  return {
    say,
    number: (value) => minus(figures.format(value)),
    decimals: (value, count) => minus(decimals(count).format(value)),
    significant: (value, digits) => minus(significant(digits).format(value)),
    ago: (count, unit) => joined(relative.formatToParts(-count, unit)),
    list,
    few,
    quote,
    quotedList: (names) => few(names.map(quote)),
    file: (name) => say({ id: 'names.file', values: { name } }),
    finding: (text) => say(text).replace(/(?:[;；][^;；"“”]*)?[.。]$/, ''),
    moment: (time) => joined(moments.formatToParts(time)),
    date: (time, unit) => joined(dates(unit).formatToParts(time)),
  }
}

/** A number with minus signs as wide as a plus sign, as at the marks of the axes, where computers write hyphens: `−1.5`, `1.2e−7`. */
export function minus(number: string): string {
  return number.replaceAll('-', '−')
}

/** What `Intl` has formatted, with the spaces of a sentence: it sets none between Chinese and digits. */
function joined(parts: readonly { readonly value: string }[]): string {
  return spaced(parts.map(({ value }) => value))
}

/** A function that makes each of its values once, by its key: for what is dear to make, as the formats of `Intl` are. */
export function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}
