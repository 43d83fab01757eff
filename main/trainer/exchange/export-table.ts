import { basename } from 'node:path'
import type { ExportReport } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { UpdateTable } from '@contract/run/update-table'
import { writeFileAtomically } from '../../disk/atomic-file'
import { readFileCapped } from '../../disk/read-file'
import { differencesFromTable } from '../table/compare-table'
import { encodeTable } from '../table/encode-table'

/** Lets whatever waits have its turn: a pause, the next updates. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** What was written is not the table. */
class ReadsOtherwise extends Error {
  constructor(readonly why: Text) {
    super('what was written does not read back')
  }
}

/**
 * Writes a table of updates as CSV, whole or not at all: it is read back from the disk and compared number by number
 * before it gets its name. All of it is done in slices, between which others have their turn.
 *
 * Fails with `no-run` (there is no update in the table) or `file-not-written`.
 *
 * @param signal calls it off: then null, and the older file, if there was one, is as it was
 */
export async function exportTable(
  path: string,
  table: UpdateTable,
  signal: AbortSignal = new AbortController().signal,
): Promise<Result<ExportReport | null>> {
  const name = basename(path)
  const updatesDone = table.losses.length
  if (updatesDone === 0) return fail('no-run', text('exchange.noUpdates'))
  let bytes = 0

  async function* written(): AsyncGenerator<Uint8Array> {
    for (const piece of encodeTable(table)) {
      bytes += piece.byteLength
      yield piece
      await turn()
      signal.throwIfAborted()
    }
  }

  async function check(temporary: string) {
    const back = await readFileCapped(temporary, bytes)
    if (!back.ok) throw new ReadsOtherwise(back.error.text)
    for (const difference of differencesFromTable(back.value, table)) {
      if (difference !== null) throw new ReadsOtherwise(difference)
      await turn()
      signal.throwIfAborted()
    }
  }

  try {
    const saved = await writeFileAtomically(path, written(), check)
    if (!saved.ok) return saved
    return ok({ files: [{ name, bytes }], greatestDifference: null, parameterCount: 0, updatesDone })
  } catch (error) {
    if (signal.aborted) return ok(null)
    if (!(error instanceof ReadsOtherwise)) throw error
    return fail('file-not-written', text('exchange.tableUnlike', { name, why: error.why }))
  }
}
