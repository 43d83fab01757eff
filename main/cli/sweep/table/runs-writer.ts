import { appendFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { writeFileAtomically } from '../../../disk/atomic-file'
import { isSystemError } from '../../../disk/system-error'
import { notWritten } from '../../../disk/target'
import type { PlannedRuns } from '../planned-runs'
import { headerOf, lineOf, type RunRow } from './run-row'
import { readRunsFile } from './runs-file'
import { type RunsTable, readRuns, type TableRun } from './runs-table'

/** The table of a sweep that is being made. */
export type RunsWriter = {
  /** The runs that are in it already, by their places in the plan. */
  readonly kept: ReadonlyMap<number, TableRun>
  /**
   * Adds a run behind the others, at once: a killed command loses nothing that it has made. Fails where another program has changed
   * the file since, as `finish` does.
   */
  readonly add: (index: number, row: RunRow) => Promise<Result<void>>
  /** Puts the lines into the order of the plan, when all are there. */
  readonly finish: () => Promise<Result<void>>
}

/**
 * Opens the table of a sweep: a new one, or one that is there, with the runs of it that are made. Lines of these stay as they are,
 * to the byte; of runs that failed, and a last line that is not whole, are made anew.
 *
 * Fails where what is there is no table of this sweep, with `file-unreadable`; with `force` whatever is there is gone.
 */
export async function openRunsWriter(
  path: string,
  planned: PlannedRuns,
  force: boolean,
): Promise<Result<RunsWriter>> {
  const header = headerOf(planned.varied)
  const there = force ? ok(null) : await readThere(path)
  if (!there.ok) return notGoneOn(there.error.text)
  const lines = new Map<number, string>()
  const kept = new Map<number, TableRun>()
  if (there.value) {
    const { runs } = there.value
    const name = basename(path)
    if (there.value.header !== header) return notGoneOn(text('sweepCommand.otherPlan', { name, line: 1 }))
    for (const run of runs) {
      const index = planned.indexOf(run.config)
      if (index === null) return notGoneOn(text('sweepCommand.otherPlan', { name, line: run.line }))
      if (run.row.end === 'failed') continue
      kept.set(index, run)
      lines.set(index, run.written)
    }
  }
  const begun = [header, ...lines.values()]
  const written = await write(path, begun)
  if (!written.ok) return written
  let bytes = bytesOf(begun).byteLength

  /** Two sweeps to one table would have runs in it twice, and the one that ends last would drop those of the other. */
  async function checkOwn(): Promise<Result<void>> {
    if ((await sizeOf(path)) === bytes) return ok()
    return fail('file-not-written', text('sweepCommand.changed', { name: basename(path) }))
  }

  return ok({
    kept,
    add: async (index, row) => {
      const own = await checkOwn()
      if (!own.ok) return own
      const line = lineOf(row)
      lines.set(index, line)
      try {
        await appendFile(path, bytesOf([line]))
        bytes += bytesOf([line]).byteLength
        return ok()
      } catch (error) {
        // A full disk has taken a part of the line, perhaps.
        bytes = await sizeOf(path)
        return notWritten(path, error)
      }
    },
    finish: async () => {
      const own = await checkOwn()
      if (!own.ok) return own
      const indexes = [...lines.keys()]
      if (lines.size < planned.count || indexes.every((index, at) => index === at)) return ok()
      return write(path, [
        header,
        ...indexes.sort((a, b) => a - b).map((index) => lines.get(index) as string),
      ])
    },
  })
}

/** Null where nothing is there, or nothing in it. */
async function readThere(path: string): Promise<Result<RunsTable | null>> {
  if ((await sizeOf(path)) === 0) return ok(null)
  const content = await readRunsFile(path)
  return content.ok ? readRuns(content.value, basename(path)) : content
}

/** 0 where nothing is there. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return 0
    throw error
  }
}

function write(path: string, lines: readonly string[]): Promise<Result<void>> {
  return writeFileAtomically(path, bytesOf(lines))
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''))
}

function notGoneOn(why: Text): Result<never> {
  return fail('file-unreadable', text('sweepCommand.notGoneOn', { why }))
}
