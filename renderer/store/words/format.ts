import { localeOf } from '@contract/language/languages'
import type { Say } from '@contract/language/say'
import { minus, once } from '@contract/language/words'

/** What is typed into a field has a point, in every language. */
const typed = new Intl.NumberFormat(localeOf('en'), { maximumSignificantDigits: 12, useGrouping: false })
const whole = inLocale({ maximumFractionDigits: 0 })
const tenths = inLocale({ minimumFractionDigits: 1, maximumFractionDigits: 1 })
const thousandths = inLocale({ minimumFractionDigits: 3, maximumFractionDigits: 3 })

/** One format for the locale of each language. */
function inLocale(options: Intl.NumberFormatOptions): (locale: string) => Intl.NumberFormat {
  return once((locale) => new Intl.NumberFormat(locale, options))
}

/** A count with its thousands separated: `1,153`. */
export function formatCount(value: number, say: Say): string {
  return whole(say.locale).format(value)
}

/** A loss with three significant digits: `0.0123`, `1.05`, `1.20e-7`; a dash when there is none. */
export function formatLoss(value: number | null, say: Say): string {
  return say('figures.loss', { value })
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** How far two runs are from each other, in two digits as computers write it: `3.1e-6`; `0` when they agree, ∞ when one of them has no number. */
export function formatDifference(value: number): string {
  if (!Number.isFinite(value)) return '∞'
  return value === 0 ? '0' : value.toExponential(1)
}

/** A mark of an axis, short and exact: `0.25`, `−1.5`, `10⁻⁵`, `2·10⁶`. */
export function formatMark(value: number): string {
  if (value === 0) return '0'
  if (value < 0) return `−${formatMark(-value)}`
  if (value >= 0.000999 && value < 10_000) return String(Number(value.toPrecision(6)))
  const [digits = '1', power = '0'] = value.toExponential(5).split('e')
  const factor = String(Number(digits))
  const raised = [...power]
    .map((sign) => (sign === '-' ? '⁻' : sign === '+' ? '' : SUPERSCRIPTS[Number(sign)]))
    .join('')
  return factor === '1' ? `10${raised}` : `${factor}·10${raised}`
}

/** A point of a curve with three decimals and a true minus sign: `−0.982`. */
export function formatValue(value: number, say: Say): string {
  if (!Number.isFinite(value)) return formatLoss(value, say)
  if (Math.abs(value) >= 1e4) return minus(value.toExponential(2).replace('e+', 'e'))
  // Less than half of the last digit has no sign.
  const shown = Math.abs(value) < 0.0005 ? 0 : value
  return minus(thousandths(say.locale).format(shown))
}

/** Updates a second: one decimal below ten, whole numbers above; a dash when there is nothing to measure. */
export function formatRate(value: number, say: Say): string {
  if (!(value > 0)) return '–'
  return value < 9.95 ? tenths(say.locale).format(value) : whole(say.locale).format(value)
}

/** A time in half periods, as a multiple of π: `4.00π`. */
export function formatTimes(halfPeriods: number): string {
  return `${halfPeriods.toFixed(2)}π`
}

/** A number of a series in six significant digits, as there is no telling how large its numbers are; null where it is missing. */
export function inSixDigits(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(6))
}

/** A setting as it stands in its field: never `1e-6`, no thousands (they get in the way of typing), and with a point in every language. */
export function formatSetting(value: number): string {
  return typed.format(value)
}
