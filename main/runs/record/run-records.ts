import type { UpdateBatch } from '@contract/run/run'
import { waitQuietly } from '../../base/wait-quietly'
import { between, bytesOfColumns, consecutive, endOf, sizeOf } from '../../record/record-columns'
import { openRecordFile, type RecordFile } from './record-file'

/** Milliseconds of updates that a death of the app may cost. */
const WRITE_INTERVAL = 500
/** Bytes of updates that wait for a disk that takes none: then the oldest are given up. */
const MAX_WAITING = 64_000_000

/**
 * Keeps every update of every run: its curves come back with it. One place with a small door, so that the trainer may
 * keep the record itself one day.
 */
export type RunRecords = {
  /** Takes in what the trainer has told; it is written within half a second. */
  readonly add: (batch: UpdateBatch) => void
  /** Ends when what was added is on the disk, or cannot be. */
  readonly flush: (runId: string) => Promise<void>
  /**
   * Consecutive updates of a run from `first` on, or the first there is after it, none after `last`: as many as are handed
   * over at a time. Null when there are none.
   */
  readonly read: (runId: string, first: number, last: number) => Promise<UpdateBatch | null>
  /**
   * Begins the record of a run with the updates of another one, none after `upTo`; what is added meanwhile comes after them.
   * A record that has updates stays as it is.
   */
  readonly copy: (fromId: string, toId: string, upTo: number) => Promise<void>
  /** Lets go of a run's file until it is used again; where its updates stand in it is not forgotten. */
  readonly rest: (runId: string) => Promise<void>
  /** Forgets a run, after writing what waits. */
  readonly close: (runId: string) => Promise<void>
}

export type RunRecordsOptions = {
  /** Where the record of a run lies. */
  readonly fileOf: (runId: string) => string
  /** Writing has failed, or works again (null). */
  readonly onTrouble: (error: unknown) => void
  readonly later?: (action: () => void, milliseconds: number) => void
}

type Record = { readonly file: RecordFile; waiting: UpdateBatch[]; last: Promise<unknown>; due: boolean }

/** Opens no file before it is needed. */
export function createRunRecords({ fileOf, onTrouble, later = waitQuietly }: RunRecordsOptions): RunRecords {
  const records = new Map<string, Record>()

  function recordOf(runId: string): Record {
    const known = records.get(runId)
    if (known) return known
    const made = {
      file: openRecordFile(fileOf(runId), runId),
      waiting: [],
      last: Promise.resolve(),
      due: false,
    }
    records.set(runId, made)
    return made
  }

  /** One after another: none begins in the middle of what another one writes. */
  function inTurn<T>(record: Record, act: () => Promise<T>): Promise<T> {
    const done = record.last.then(act)
    record.last = done.catch(() => {})
    return done
  }

  async function write(record: Record): Promise<void> {
    const batches = record.waiting
    if (batches.length === 0) return
    try {
      await record.file.append(batches)
      record.waiting = record.waiting.slice(batches.length)
      onTrouble(null)
    } catch (error) {
      while (bytesOf(record.waiting) > MAX_WAITING) record.waiting.shift()
      onTrouble(error)
      plan(record)
    }
  }

  function plan(record: Record) {
    if (record.due) return
    record.due = true
    later(() => {
      record.due = false
      void inTurn(record, () => write(record))
    }, WRITE_INTERVAL)
  }

  function read(runId: string, first: number, last: number): Promise<UpdateBatch | null> {
    const record = recordOf(runId)
    return inTurn(record, async () => {
      await write(record)
      // What the disk does not take is here alone, and may have been made again instead of what is there.
      const unwritten = consecutive(record.waiting).at(-1)
      const end = Math.min(last, (unwritten?.firstUpdate ?? Number.POSITIVE_INFINITY) - 1)
      const written =
        first > end
          ? null
          : await record.file.read(first, end).catch((error: unknown) => {
              onTrouble(error)
              return null
            })
      if (written || !unwritten || endOf(unwritten) <= first || unwritten.firstUpdate > last) return written
      return between(unwritten, first, last)
    })
  }

  return {
    add: (batch) => {
      if (batch.losses.length === 0) return
      const record = recordOf(batch.runId)
      // Not pushed: a write under way counts what it has begun with.
      record.waiting = [...record.waiting, batch]
      plan(record)
    },
    flush: async (runId) => {
      const record = records.get(runId)
      if (!record) return
      await inTurn(record, async () => {
        await write(record)
        if (record.waiting.length === 0) await record.file.settle().catch(onTrouble)
      })
    },
    read,
    copy: (fromId, toId, upTo) => {
      const to = recordOf(toId)
      return inTurn(to, async () => {
        if (await to.file.read(0, Number.POSITIVE_INFINITY)) return
        let piece = await read(fromId, 0, upTo)
        while (piece) {
          await to.file.append([{ ...piece, runId: toId }])
          piece = await read(fromId, endOf(piece), upTo)
        }
      })
    },
    rest: async (runId) => {
      const record = records.get(runId)
      if (record) await inTurn(record, () => record.file.close())
    },
    close: async (runId) => {
      const record = records.get(runId)
      if (!record) return
      records.delete(runId)
      await inTurn(record, async () => {
        await write(record)
        await record.file.close()
      })
    },
  }
}

function bytesOf(batches: readonly UpdateBatch[]): number {
  return batches.reduce((sum, batch) => sum + bytesOfColumns(sizeOf(batch)), 0)
}
