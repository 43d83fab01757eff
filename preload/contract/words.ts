/** The locale of every number and plural that a person reads. */
const LOCALE = 'en-US'

const plurals = new Intl.PluralRules(LOCALE)
/** Every digit that a number has, and no exponent. */
const figures = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 20 })

/** A number as a person would write it: 0.000001 and not 1e-6; 4,294,967,295 with its commas. */
export function inFigures(value: number | bigint): string {
  return figures.format(value)
}

/**
 * A number and what it counts: `1 update`, `60 updates`, `10,000 updates`. Every number that stands before a noun in a
 * sentence is written by this.
 *
 * @param many the plural, where it is not the singular and an s
 */
export function counted(count: number | bigint, one: string, many = `${one}s`): string {
  return `${inFigures(count)} ${nounFor(count, one, many)}`
}

/** The noun alone, for a number that is written elsewhere: `update` for 1, `updates` for 60. */
export function nounFor(count: number | bigint, one: string, many = `${one}s`): string {
  return plurals.select(Number(count)) === 'one' ? one : many
}
