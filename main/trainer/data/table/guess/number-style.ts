import type { DecimalMark, Delimiter, ThousandsMark } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'

type Rows = readonly (readonly string[])[]

/** How the numbers of a table are written. */
export type StyleGuess = { readonly decimal: Guess<DecimalMark>; readonly thousands: Guess<ThousandsMark> }

/** Digits, then one mark and three digits: a fraction, or thousands. */
const ALIKE = { ',': /^[+-]?[1-9]\d{0,2},\d{3}$/, '.': /^[+-]?[1-9]\d{0,2}\.\d{3}$/ } as const
/** What can be nothing but a fraction after the mark. */
const FRACTION = {
  ',': /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/,
  '.': /^[+-]?\d*\.\d*(?:[eE][+-]?\d+)?$/,
} as const
/** What can be nothing but groups of three: two of them, or one before another mark; with the mark between them. */
const GROUPS =
  /^[+-]?\d{1,3}(?:([,.' \u00a0\u2009\u202f’])\d{3}(?:\1\d{3})+(?:[.,]\d*)?|([,.])\d{3}(?!\2)[.,]\d*|([' \u00a0\u2009\u202f’])\d{3}(?:[.,]\d*)?)$/

/** The decimal mark and what groups digits. Thousands are always asked for, and what 1,234 is, where no other number tells. */
export function guessNumberStyle(rows: Rows, delimiter: Delimiter): StyleGuess {
  const cells = rows.flat().map((cell) => cell.trim())
  const grouped = cells.flatMap((cell) => GROUPS.exec(cell) ?? [])
  const example = cells.find((cell) => GROUPS.test(cell))
  if (grouped.length > 0 && example !== undefined) return withGroups(cells, example)
  const has = (mark: DecimalMark) =>
    cells.some((cell) => FRACTION[mark].test(cell) && !ALIKE[mark].test(cell))
  const alike = (mark: DecimalMark) => cells.find((cell) => ALIKE[mark].test(cell))
  const none: Guess<ThousandsMark> = { sure: true, value: null }
  const comma = alike(',')
  if (has(',') && !has('.')) return { decimal: { sure: true, value: ',' }, thousands: none }
  if (has('.'))
    return {
      decimal: { sure: true, value: '.' },
      // Beside 1.5, what is 1,234 can have no decimal comma.
      thousands: comma === undefined ? none : asked(',', comma),
    }
  if (comma !== undefined) {
    const question = text('tableGuess.decimal', { example: comma })
    const isComma = delimiter !== ','
    return {
      decimal: { sure: false, value: isComma ? ',' : '.', others: [isComma ? '.' : ','], question },
      thousands: isComma
        ? { sure: false, value: null, others: [','], question }
        : { sure: false, value: ',', others: [null], question },
    }
  }
  const point = alike('.')
  // Where commas separate cells, a point is a decimal one, as nearly all such tables have it.
  if (point !== undefined && delimiter !== ',') {
    const question = text('tableGuess.decimal', { example: point })
    return {
      decimal: { sure: false, value: '.', others: [','], question },
      thousands: { sure: false, value: null, others: ['.'], question },
    }
  }
  return { decimal: { sure: true, value: '.' }, thousands: none }
}

function withGroups(cells: readonly string[], example: string): StyleGuess {
  const [, many, other, spaced] = GROUPS.exec(example) ?? []
  const found = many ?? other ?? spaced ?? ','
  const mark: ThousandsMark =
    found === '’' || found === "'" ? "'" : found === ',' || found === '.' ? found : ' '
  const isComma = mark === '.' || (mark !== ',' && cells.some((cell) => /\d,\d*$/.test(cell)))
  return { decimal: { sure: true, value: isComma ? ',' : '.' }, thousands: asked(mark, example) }
}

function asked(value: ThousandsMark, example: string): Guess<ThousandsMark> {
  return { sure: false, value, others: [null], question: text('tableGuess.thousands', { example }) }
}
