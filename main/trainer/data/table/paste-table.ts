import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableGuess } from '@contract/data/table/table-preview'
import type { TableRead } from '@contract/data/table/table-read'
import type { Result } from '@contract/result'
import { lookAtTable } from './look-at-table'
import { planTable } from './rows/plan'
import { createTableParser } from './rows/table-parser'
import { SAMPLE_BYTES } from './sample'

/** Looks at a table from the clipboard, which spreadsheets separate by tabs, as `lookAtTable` looks at a file. */
export function lookAtPasted(pasted: string): Result<TableGuess> {
  const bytes = new TextEncoder().encode(pasted)
  return lookAtTable(bytes.subarray(0, SAMPLE_BYTES), { size: bytes.byteLength, name: null })
}

/** Reads a table from the clipboard under some choices, of which the encoding says nothing. Fails as `readTable` does. */
export function pasteTable(pasted: string, choices: TableChoices): Result<TableRead> {
  return readTableBytes(new TextEncoder().encode(pasted), { ...choices, encoding: 'utf-8' }, null)
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
