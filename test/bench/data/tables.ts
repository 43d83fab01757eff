import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** Rows that are written at one time. */
const ROWS_AT_ONCE = 50_000

/**
 * Writes a table to read.
 *
 * @param row a row as it stands in the file, without its line end
 * @returns its path and bytes
 */
export function writeTable(
  folder: string,
  name: string,
  header: string,
  rows: number,
  row: (index: number) => string,
): { readonly path: string; readonly bytes: number } {
  const path = join(folder, name)
  const file = openSync(path, 'w')
  writeSync(file, `${header}\n`)
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const count = Math.min(ROWS_AT_ONCE, rows - from)
    const lines = Array.from({ length: count }, (_, i) => row(from + i))
    writeSync(file, `${lines.join('\n')}\n`)
  }
  closeSync(file)
  return { path, bytes: statSync(path).size }
}
