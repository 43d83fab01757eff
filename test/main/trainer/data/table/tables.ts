import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Series } from '@contract/data/series'
import { MISSING_MARKS, type TableChoices } from '@contract/data/table/table-choices'
import type { TableRead } from '@contract/data/table/table-read'
import type { Result } from '@contract/result'
import { readTableBytes } from '../../../../../main/trainer/data/table/paste-table'
import { sentenceOf } from '../../../../helpers/saying'

const FOLDER = resolve(import.meta.dirname, '../../../../fixtures/tables')

export const CHOICES: TableChoices = {
  encoding: 'utf-8',
  delimiter: ',',
  decimal: '.',
  thousands: null,
  header: true,
  missing: MISSING_MARKS,
  time: null,
  badRows: 'refuse',
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A committed table by its name. */
export function tableFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(FOLDER, name)))
}

/** A text as a table named t.csv, under choices of which only some are told. */
export function read(table: string | Uint8Array, choices: Partial<TableChoices> = {}): Result<TableRead> {
  return readTableBytes(
    typeof table === 'string' ? bytesOf(table) : table,
    { ...CHOICES, ...choices },
    't.csv',
  )
}

/** The same, of a table that has to be one. */
export function table(text: string | Uint8Array, choices: Partial<TableChoices> = {}): TableRead {
  const found = read(text, choices)
  if (!found.ok) throw new Error(sentenceOf(found.error))
  return found.value
}

/** What is said of a table that cannot be read; empty for one that can. */
export function refusal(text: string | Uint8Array, choices: Partial<TableChoices> = {}): string {
  const found = read(text, choices)
  return found.ok ? '' : sentenceOf(found.error)
}

/** Columns by their names. */
export function valuesOf({ columns }: Series): { [name: string]: number[] } {
  return Object.fromEntries(columns.map(({ name, values }) => [name, [...values]]))
}

/** Numbers out of pandas.json. */
export function unpacked(base64: string): Float64Array {
  return new Float64Array(new Uint8Array(Buffer.from(base64, 'base64')).buffer)
}
