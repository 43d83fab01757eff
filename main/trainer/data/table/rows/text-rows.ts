import type { Delimiter } from '@contract/data/table/table-choices'
import Papa from 'papaparse'

/** A row as texts, and the line of the file where it begins; the first is 1. */
export type TextRow = { readonly cells: readonly string[]; readonly line: number }

/** Rows of a text, and what is left of it behind the last row that is whole. */
export type TextRows = {
  readonly rows: readonly TextRow[]
  readonly rest: string
  /** The line where the rest begins. */
  readonly restLine: number
  /** The line of a row with letters behind a closing quotation mark; null where there is none. */
  readonly strayQuote: number | null
}

/** More spaces in a row than a table has that people look at. */
const LONG_SPACES = /[^\S\n\t]{256,}/g

/** A text with one kind of line ends, whichever of the three it has. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : text
}

/**
 * The rows of a text by the grammar of CSV (RFC 4180): quotation marks around a cell, doubled within it, with delimiters and
 * line ends between them.
 *
 * @param text with line feeds alone
 * @param line the line of the file where it begins
 */
export function textRows(text: string, delimiter: Delimiter, line: number): TextRows {
  // The library looks through the spaces at the end of a cell once for each stray quotation mark in it.
  const short = text.replace(LONG_SPACES, ' ')
  const input = delimiter === ' ' ? short.replace(/ {2,}/g, ' ').replace(/^ | $/gm, '') : short
  // The one way to hear where the last whole row ends.
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  const { data, errors, meta } = parser.parse(input, 0, true) as Papa.ParseResult<string[]>
  const hasQuotes = input.includes('"')
  let at = line
  const rows = data.map((cells): TextRow => {
    const row = { cells, line: at }
    at += 1 + (hasQuotes ? lineFeedsIn(cells) : 0)
    return row
  })
  const stray = errors.find(({ code }) => code === 'InvalidQuotes')?.row
  return {
    rows,
    rest: input.slice(meta.cursor),
    restLine: at,
    strayQuote: stray === undefined ? null : (rows[stray]?.line ?? at),
  }
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

/** Whether a row is an empty line, or one of spaces alone. */
export function isEmptyLine({ cells }: TextRow): boolean {
  return cells.length === 1 && (cells[0] as string).trim() === ''
}
