import type { UpdateTable } from '@contract/run/update-table'
import Papa from 'papaparse'
import { columnsOf, written } from './table-columns'
import { tableRows } from './table-rows'

/** Rows that are text at one time: a long run as one string would take hundreds of megabytes. */
const ROWS_AT_ONCE = 2048
/** Of RFC 4180, after the last line too. */
const NEWLINE = '\r\n'

/**
 * Writes a table as CSV (RFC 4180, UTF-8) with a line of names above, piece by piece. Every number is in the fewest
 * decimals that read back to it.
 */
export function* encodeTable(table: UpdateTable): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  const columns = columnsOf(table.facts)
  let waiting: (readonly string[])[] = [columns.map(({ name }) => name)]
  const encoded = () => encoder.encode(Papa.unparse(waiting, { newline: NEWLINE }) + NEWLINE)
  for (const row of tableRows(table)) {
    waiting.push(columns.map(({ cell }, i) => written(row[i] as number | string, cell)))
    if (waiting.length < ROWS_AT_ONCE) continue
    yield encoded()
    waiting = []
  }
  if (waiting.length > 0) yield encoded()
}
