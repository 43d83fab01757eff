import type { OpenedTable } from '@contract/data/opened-table'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableRead } from '@contract/data/table/table-read'
import { ok, type Result } from '@contract/result'
import { lookAtTable, type TableFile } from './look-at-table'
import { planTable } from './rows/plan'
import { createTableParser } from './rows/table-parser'
import { SAMPLE_BYTES } from './sample'

/**
 * Looks at a table from the clipboard, which spreadsheets separate by tabs, as `lookAtTable` looks at a file; what is told of
 * the encoding says nothing of it.
 *
 * @param bytes in UTF-8
 */
export function lookAtPasted(bytes: Uint8Array, told: Partial<TableChoices> = {}): Result<OpenedTable> {
  const start = bytes.subarray(0, SAMPLE_BYTES)
  const looked = lookAtTable(start, pastedFile(bytes), { ...told, encoding: 'utf-8' })
  return looked.ok ? ok({ name: null, bytes: bytes.byteLength, guess: looked.value }) : looked
}

/** Reads a table from the clipboard under some choices, of which the encoding says nothing. Fails as `readTable` does. */
export function readPasted(bytes: Uint8Array, choices: TableChoices): Result<TableRead> {
  return readTableBytes(bytes, { ...choices, encoding: 'utf-8' }, null)
}

function pastedFile({ byteLength }: Uint8Array): TableFile {
  return { size: byteLength, name: null }
}

/**
 * Reads a table whose bytes are all in memory.
 *
 * @param name the file's base name; null for a table that was pasted
 */
export function readTableBytes(
  bytes: Uint8Array,
  choices: TableChoices,
  name: string | null,
): Result<TableRead> {
  const isWhole = bytes.byteLength <= SAMPLE_BYTES
  const planned = planTable(bytes.subarray(0, SAMPLE_BYTES), choices, name, isWhole)
  if (!planned.ok) return planned
  const parser = createTableParser(planned.value.plan)
  const error = parser.push(bytes)
  return error ? { ok: false, error } : parser.finish()
}
