const plurals = new Intl.PluralRules('en-US')
const figures = new Intl.NumberFormat('en-US', { maximumFractionDigits: 20 })

/**
 * A number and what it counts: `1 update`, `60 updates`, `10,000 updates`. Every number that stands before a noun in an
 * English sentence is written by this.
 *
 * @param many the plural, where it is not the singular and an s
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figures.format(count)} ${nounFor(count, one, many)}`
}

/** A unit after its number: a percent sign stands at it, all else after a space. */
export function unitAfter(unit: string): string {
  return unit === '%' ? unit : ` ${unit}`
}

/** The noun alone, for a number that is written elsewhere: `update` for 1, `updates` for 60. */
export function nounFor(count: number, one: string, many = `${one}s`): string {
  return plurals.select(count) === 'one' ? one : many
}
