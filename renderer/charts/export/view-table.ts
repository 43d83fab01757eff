import { float32Text } from '@contract/float32-text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import Papa from 'papaparse'

/** A column: one value for every row. Numbers of float32 are written in as many digits as these have. */
export type ViewColumn = {
  /** English, as in every table that the app writes: it is read by programs. */
  readonly name: string
  /** What its numbers count or measure, where that is known: `rad`, `time steps`. */
  readonly unit?: string
  /** Numbers, of which NaN is one that is missing, or texts. */
  readonly values: Float32Array | Float64Array | Uint32Array | readonly number[] | readonly string[]
}

/** The numbers of a view. */
export type ViewTable = { readonly columns: readonly ViewColumn[] }

/** Cells at most: more are not a picture's, and a page must not stand still for them. */
export const MOST_CELLS = 3_000_000
/** Rows that are text at one time. */
const ROWS_AT_ONCE = 4096
/** Of RFC 4180, after the last line too. */
const NEWLINE = '\r\n'

/** Whether so many rows of so many columns can be saved, or a sentence why not; asked before they are put together. */
export function fitsTable(rows: number, columns: number): Result<void> {
  const most = Math.floor(MOST_CELLS / columns)
  return rows <= most ? ok() : fail('invalid-setting', text('views.tooManyRows', { rows, most }))
}

/**
 * A table as CSV (RFC 4180), with a line of names and units above. Numbers have a point and the fewest digits that read back
 * to them; an empty cell is one that is missing.
 *
 * @throws Error where columns are not of one length
 */
export function viewCsv({ columns }: ViewTable): string {
  const rows = columns[0]?.values.length ?? 0
  if (columns.some(({ values }) => values.length !== rows))
    throw new Error('the columns of a table are not of one length')
  const writers = columns.map(writerOf)
  const pieces = [Papa.unparse([columns.map(heading)], { newline: NEWLINE })]
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, rows - from)
    const cells = Array.from({ length }, (_, row) => writers.map((written) => written(from + row)))
    pieces.push(Papa.unparse(cells, { newline: NEWLINE }))
  }
  return pieces.join(NEWLINE) + NEWLINE
}

/** Whoever reads the file line by line finds a row in each. */
function heading({ name, unit }: ViewColumn): string {
  const named = unit === undefined ? name : `${name} [${unit}]`
  return named.replace(/[\r\n]+/g, ' ')
}

function writerOf({ values }: ViewColumn): (row: number) => string {
  const number = values instanceof Float32Array ? float32Text : float64Text
  return (row) => {
    const value = values[row] as number | string
    if (typeof value === 'string') return value
    return Number.isNaN(value) ? '' : number(value)
  }
}

function float64Text(value: number): string {
  return Object.is(value, -0) ? '-0' : `${value}`
}
