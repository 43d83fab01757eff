import type { TableChoices } from '@contract/data/table/table-choices'

/** How numbers are written in a table. */
export type NumberStyle = Pick<TableChoices, 'decimal' | 'thousands' | 'missing'>

/** A number; NaN for a missing value, an infinity for a text that means one, null for any other text. */
export type NumberReader = (cell: string) => number | null

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const INFINITE = /^([+-]?)(?:inf|infinity|∞|1\.#inf)$/i
/** Spaces that programs write between groups of digits: with and without a break, and the thin ones. */
const SPACES = /[\u00a0\u2009\u202f]/g
const GROUPED = {
  ',': /^[+-]?\d{1,3}(?:,\d{3})+(?=[.eE]|$)/,
  '.': /^[+-]?\d{1,3}(?:\.\d{3})+(?=[,eE]|$)/,
  ' ': /^[+-]?\d{1,3}(?: \d{3})+(?=[.,eE]|$)/,
  "'": /^[+-]?\d{1,3}(?:'\d{3})+(?=[.,eE]|$)/,
} as const

/** Reads numbers of one style. Hexadecimal numbers, currencies and percent signs are texts. */
export function numberReader(style: NumberStyle): NumberReader {
  const marks = new Set(style.missing.map((mark) => mark.trim().toLowerCase()))
  const missingNumbers = missingNumbersOf(style)
  return (cell) => {
    const trimmed = cell.trim()
    if (trimmed === '') return Number.NaN
    const plain = plainOf(trimmed, style)
    if (plain !== null) {
      const value = Number(plain)
      return missingNumbers.has(value) ? Number.NaN : value
    }
    if (marks.has(trimmed.toLowerCase())) return Number.NaN
    const [, sign] = INFINITE.exec(trimmed) ?? []
    if (sign === undefined) return null
    return sign === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  }
}

/** The numbers among the marks of a missing value. */
export function missingNumbersOf(style: NumberStyle): ReadonlySet<number> {
  const plain = style.missing.map((mark) => plainOf(mark.trim(), style)).filter((text) => text !== null)
  return new Set(plain.map(Number))
}

/** The text as JavaScript reads numbers; null where it is none. */
function plainOf(text: string, { decimal, thousands }: NumberStyle): string | null {
  let plain = text
  if (thousands !== null) {
    if (thousands === ' ') plain = plain.replace(SPACES, ' ')
    if (thousands === "'") plain = plain.replaceAll('’', "'")
    plain = plain.replace(GROUPED[thousands], (digits) => digits.replaceAll(thousands, ''))
  }
  if (decimal === ',') {
    if (plain.includes('.')) return null
    plain = plain.replace(',', '.')
  }
  return PLAIN.test(plain) ? plain : null
}
