import { type Language, localeOf } from './languages'
import type { Text } from './text'

/** What a catalogue's sentences are put together with, in the catalogue's own language. */
export type Words = {
  /** A text inside of another one. */
  readonly say: (text: Text) => string
  /** A number with every digit that it has and no exponent: 0.000001 and not 1e-6; 4,294,967,295. */
  readonly number: (value: number) => string
  /** Some texts or words in a row: `a, b and c`. */
  readonly list: (items: readonly (Text | string)[], kind?: 'and' | 'or') => string
  /** The day and the minute of an instant, in milliseconds since 1970, where the person is. */
  readonly moment: (time: number) => string
  /** A length of time in whole units: `3 minutes`. */
  readonly span: (count: number, unit: 'second' | 'minute' | 'hour' | 'day') => string
}

/** What `Intl` knows of a language. Its formats are dear to make, so they are made once. */
export function wordsIn(language: Language, say: (text: Text) => string): Words {
  const locale = localeOf(language)
  // In English, a list goes without the comma before its last word.
  const listLocale = locale === 'en-US' ? 'en-GB' : locale
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const lists = {
    and: new Intl.ListFormat(listLocale, { type: 'conjunction' }),
    or: new Intl.ListFormat(listLocale, { type: 'disjunction' }),
  }
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    say,
    number: (value) => figures.format(value),
    list: (items, kind = 'and') =>
      lists[kind].format(items.map((item) => (typeof item === 'string' ? item : say(item)))),
    moment: (time) => moments.format(time),
    span: (count, unit) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  }
}
