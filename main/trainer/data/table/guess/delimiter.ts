import {
  DELIMITERS,
  type Delimiter,
  MISSING_MARKS,
  type TableEncoding,
} from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import { numberReader } from '../cells/number-text'
import { roughRows } from '../sample'

/** Rows by which a delimiter is judged. */
const ROWS = 200
/** As much of the beginning as they lie in, in bytes. */
const BYTES = 2 ** 17
/** Every way to write numbers, as the one of the table is guessed only after its delimiter. */
const STYLES = [
  numberReader({ decimal: '.', thousands: null, missing: MISSING_MARKS }),
  numberReader({ decimal: ',', thousands: null, missing: MISSING_MARKS }),
  numberReader({ decimal: '.', thousands: ',', missing: [] }),
  numberReader({ decimal: ',', thousands: '.', missing: [] }),
  numberReader({ decimal: ',', thousands: ' ', missing: [] }),
  numberReader({ decimal: '.', thousands: ' ', missing: [] }),
  numberReader({ decimal: '.', thousands: "'", missing: [] }),
  numberReader({ decimal: ',', thousands: "'", missing: [] }),
]

type Candidate = {
  readonly delimiter: Delimiter
  readonly width: number
  /** The share of rows that have as many cells as most. */
  readonly regular: number
  /** The share of cells below the first row that are numbers. */
  readonly numbers: number
}

/** What stands between the cells: what makes rows of one length, and of those the most numbers. */
export function guessDelimiter(
  bytes: Uint8Array,
  encoding: TableEncoding,
  isWhole: boolean,
): Guess<Delimiter> {
  const start = bytes.subarray(0, BYTES)
  const isAll = isWhole && start.byteLength === bytes.byteLength
  const found = DELIMITERS.map((delimiter) => candidate(start, encoding, delimiter, isAll))
  const [first, ...others] = found
    .filter(({ width, delimiter }) => width > 1 && delimiter !== ' ')
    .sort((one, other) => scoreOf(other) - scoreOf(one))
  if (!first) return withoutOthers(found)
  const commaRows = roughRows(start, { encoding, delimiter: ',' }, isAll)
  if (first.delimiter === ',' && commaRows.every(isPairOfDigits))
    return {
      sure: false,
      value: ',',
      others: [';'],
      question: text('tableGuess.oneNumberOrTwo', { example: commaRows[0]?.join(',') ?? '' }),
    }
  const rivals = others
    .filter((other) => scoreOf(other) > 0.9 * scoreOf(first))
    .map(({ delimiter }) => delimiter)
  if (rivals.length === 0) return { sure: true, value: first.delimiter }
  return { sure: false, value: first.delimiter, others: rivals, question: text('tableGuess.delimiter') }
}

/** Spaces count only where nothing else stands between numbers: texts and times have them too. */
function withoutOthers(found: readonly Candidate[]): Guess<Delimiter> {
  const spaced = found.find(({ delimiter }) => delimiter === ' ')
  const isSpaced = spaced && spaced.width > 1 && spaced.regular > 0.9 && spaced.numbers > 0.5
  return { sure: true, value: isSpaced ? ' ' : found.some(({ width }) => width === 1) ? ';' : ',' }
}

function scoreOf({ regular, numbers }: Candidate): number {
  return regular * regular * (0.2 + numbers)
}

function candidate(
  bytes: Uint8Array,
  encoding: TableEncoding,
  delimiter: Delimiter,
  isWhole: boolean,
): Candidate {
  const rows = roughRows(bytes, { encoding, delimiter }, isWhole).slice(0, ROWS)
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width = 0, often = 0] = [...widths].sort(([, one], [, other]) => other - one)[0] ?? []
  const cells = rows.slice(1).flat()
  const numbers = cells.filter((cell) => STYLES.some((read) => read(cell) !== null)).length
  return {
    delimiter,
    width,
    regular: rows.length === 0 ? 0 : often / rows.length,
    numbers: cells.length === 0 ? 0 : numbers / cells.length,
  }
}

/** Whether a cell is a number in any style, and no missing value. */
export function isAnyNumber(cell: string): boolean {
  return STYLES.some((read) => !Number.isNaN(read(cell) ?? Number.NaN))
}

/** Whether a row is digits, a comma and digits: two numbers, or one with a decimal comma. */
function isPairOfDigits([one = '', other = '', ...more]: readonly string[]): boolean {
  return more.length === 0 && /^[+-]?\d+$/.test(one) && /^\d+$/.test(other)
}
