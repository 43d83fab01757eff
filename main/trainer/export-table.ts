import { basename } from 'node:path'
import type { ExportReport } from '@contract/files/weight-formats'
import { fail, ok, type Result } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import { writeFileAtomically } from '../disk/atomic-file'
import { readFileCapped } from '../disk/read-file'
import { differenceFromTable } from './table/compare-table'
import { encodeTable } from './table/encode-table'

/**
 * Writes a table of updates as CSV, whole or not at all, reads it back from the disk and compares every number.
 *
 * Fails with `no-run` (there is no update in the table) or `file-not-written`.
 */
export async function exportTable(path: string, table: UpdateTable): Promise<Result<ExportReport>> {
  const name = basename(path)
  const updatesDone = table.losses.length
  if (updatesDone === 0)
    return fail(
      'no-run',
      'A table should have at least one update, but none has been made yet; make one first.',
    )
  let bytes = 0
  const written = await writeFileAtomically(
    path,
    counted(encodeTable(table), (size) => (bytes += size)),
  )
  if (!written.ok) return written
  const back = await readFileCapped(path, bytes)
  const difference = back.ok ? differenceFromTable(back.value, table) : back.error.message
  if (difference !== null)
    return fail(
      'file-not-written',
      `"${name}" was written, but does not read back: ${difference}; save it again.`,
    )
  return ok({ files: [{ name, bytes }], greatestDifference: null, parameterCount: 0, updatesDone })
}

function* counted(chunks: Iterable<Uint8Array>, count: (bytes: number) => void): Generator<Uint8Array> {
  for (const chunk of chunks) {
    count(chunk.byteLength)
    yield chunk
  }
}
