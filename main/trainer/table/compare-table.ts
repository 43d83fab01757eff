import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { UpdateTable } from '@contract/run/update-table'
import Papa from 'papaparse'
import { columnsOf, reads } from './table-columns'
import { tableRows } from './table-rows'

/** Bytes that are text at one time, and compared in one slice. */
const BYTES_AT_ONCE = 1 << 18
const LINE_FEED = 10

/**
 * Reads a file as another program would, and compares it with the table cell by cell, each as the number that it is to be.
 *
 * @returns the first place where they differ, in words; null when there is none
 */
export function differenceFromTable(file: Uint8Array, table: UpdateTable): Text | null {
  for (const difference of differencesFromTable(file, table)) if (difference !== null) return difference
  return null
}

/** The same in slices: null after each in which all is the same; the first difference is the last that is told. */
export function* differencesFromTable(file: Uint8Array, table: UpdateTable): Generator<Text | null> {
  const columns = columnsOf(table.facts)
  const names = columns.map(({ name }) => name)
  const rows = tableRows(table)
  let line = 0
  for (const lines of parsedLines(file)) {
    for (const cells of lines) {
      line += 1
      const row = line === 1 ? names : (rows.next().value ?? null)
      if (!row) return yield text('exchange.lineTooMany', { line })
      const same =
        cells.length === row.length &&
        columns.every(({ cell }, i) =>
          reads(cells[i] as string, row[i] as number | string, line === 1 ? 'text' : cell),
        )
      if (!same) return yield text('exchange.otherLine', { line, expected: row.join(), found: cells.join() })
    }
    yield null
  }
  if (!rows.next().done) yield text('exchange.linesMissing', { line })
}

function* parsedLines(file: Uint8Array): Generator<string[][]> {
  const decoder = new TextDecoder()
  for (let from = 0; from < file.byteLength; ) {
    // To the end of a line, so that no line is cut in two.
    const end = file.indexOf(LINE_FEED, Math.min(from + BYTES_AT_ONCE, file.byteLength - 1))
    const to = end === -1 ? file.byteLength : end + 1
    const read = decoder.decode(file.subarray(from, to)).replace(/\r\n$/, '')
    yield Papa.parse<string[]>(read, { delimiter: ',', newline: '\r\n' }).data
    from = to
  }
}
