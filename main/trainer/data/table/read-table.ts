import { constants, type Stats } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { OpenedTable } from '@contract/data/opened-table'
import type { TableChoices } from '@contract/data/table/table-choices'
import type { TableRead } from '@contract/data/table/table-read'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { explain, isSystemError } from '../../../disk/system-error'
import { lookAtTable } from './look-at-table'
import { planTable } from './rows/plan'
import { createTableParser } from './rows/table-parser'
import { SAMPLE_BYTES } from './sample'

/** Bytes that are read at one time. */
const PIECE_BYTES = 2 ** 20
/** Not to wait at a pipe that lies where a file should; Windows has neither. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/** How far the reading of a table has come. */
export type TableProgress = { readonly rows: number; readonly bytes: number; readonly ofBytes: number }

/** A file that could not be read. */
type Failed = ReturnType<typeof fail>

export type ReadingOptions = {
  readonly progress?: ((progress: TableProgress) => void) | undefined
  /** Calls it off, between two pieces of the file. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a whole table from a file, of which one piece at a time is in memory beside the numbers. Null when it was called off.
 *
 * Fails with `file-unreadable` and one sentence: for a file that cannot be read or is no table, for the first row that
 * cannot be read where such rows are refused, for times that do not grow, and beyond the limits of `table-read.ts`.
 */
export type TableReader = (
  path: string,
  choices: TableChoices,
  options?: ReadingOptions,
) => Promise<Result<TableRead> | null>

export const readTable: TableReader = (path, choices, { progress, signal } = {}) =>
  withFile(path, async (file, size, name) => {
    const start = await sampleIn(file, size)
    const planned = planTable(start, choices, name, start.byteLength === size)
    if (!planned.ok) return planned
    const parser = createTableParser(planned.value.plan)
    for (let at = 0; at < size; ) {
      if (signal?.aborted) return null
      const bytes = await readAt(file, at, Math.min(PIECE_BYTES, size - at))
      // Shorter than it was: what is there now is another table.
      if (bytes.byteLength === 0) return notRead(name, text('disk.changed'))
      const error = parser.push(bytes)
      if (error) return { ok: false, error }
      at += bytes.byteLength
      progress?.({ rows: parser.rows(), bytes: at, ofBytes: size })
    }
    return parser.finish()
  })

/**
 * Looks at the beginning of a file, as `lookAtTable` does; fails also where it cannot be read.
 *
 * @param told what a person has said of it already
 */
export async function lookAtFile(
  path: string,
  told: Partial<TableChoices> = {},
): Promise<Result<OpenedTable>> {
  return withFile(path, async (file, size, name) => {
    const looked = lookAtTable(await sampleIn(file, size), { size, name }, told)
    return looked.ok ? ok({ name, bytes: size, guess: looked.value }) : looked
  })
}

function sampleIn(file: FileHandle, size: number): Promise<Uint8Array> {
  return readAt(file, 0, Math.min(size, SAMPLE_BYTES))
}

async function withFile<T extends Result<unknown> | null>(
  path: string,
  use: (file: FileHandle, size: number, name: string) => Promise<T>,
): Promise<T | Failed> {
  const name = basename(path)
  try {
    const file = await open(path, constants.O_RDONLY | WITHOUT_WAITING)
    try {
      const found = await file.stat()
      const unfit = whyUnfit(found)
      return unfit ? notRead(name, unfit) : await use(file, found.size, name)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return notRead(name, explain(error.code, text('disk.chooseFile')))
  }
}

function whyUnfit(found: Stats): Text | null {
  const choose = text('tableFile.chooseTable')
  if (found.isDirectory()) return text('disk.folderForFile', { choose })
  if (!found.isFile()) return text('disk.deviceForFile', { choose })
  return found.size === 0 ? text('disk.empty', { content: text('tableFile.table') }) : null
}

function notRead(name: string, why: Text): Failed {
  return fail('file-unreadable', text('disk.notRead', { name, why }))
}

/** So many bytes, or fewer where the file ends. */
async function readAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
