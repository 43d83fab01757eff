import type { KeptRun } from '@contract/run/kept-run'
import type { RunId } from '@contract/run-id'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import { waitQuietly } from '../base/wait-quietly'
import type { RunStore } from './folders/run-store'
import type { RunRecords } from './record/run-records'

/** Milliseconds between two checkpoints on the disk: less than between two that the trainer tells, so that none of these is left out. */
const INTERVAL = 400
/** Bytes a millisecond, 2 MB a second: the checkpoints of a large network must not keep the disk busy. */
const MEAN_RATE = 2_000
/** Milliseconds after which what could not be written is tried again. */
const RETRY = 5_000

/** A run, and the checkpoint that it is to be opened with. */
export type WaitingRun = { readonly run: KeptRun; readonly files: CheckpointFiles }

/** Brings checkpoints to the disk: the newest of a run, and never more often than the disk bears. */
export type CheckpointWriter = {
  /** Takes in the newest checkpoint of a run, and writes it when that is due, or at once where the run rests. */
  readonly take: (run: KeptRun, files: CheckpointFiles, atOnce: boolean) => void
  /** Writes what waits; ends when that is on the disk, or cannot be. */
  readonly write: () => Promise<void>
  /** The newest checkpoint of a run while it is not on the disk. */
  readonly waiting: (id: RunId) => WaitingRun | undefined
  /** Runs whose newest checkpoint is not on the disk. */
  readonly unwritten: () => readonly KeptRun[]
  /** Does not write it any more. */
  readonly forget: (id: RunId) => void
  /** Another run is trained from now on, whose first checkpoint is due. */
  readonly opened: () => void
}

export type CheckpointWriterOptions = {
  readonly store: Pick<RunStore, 'put'>
  readonly records: Pick<RunRecords, 'flush'>
  /** Milliseconds since some fixed moment: a clock that nobody sets. */
  readonly now: () => number
  readonly later?: (action: () => void, milliseconds: number) => void
  /** Writing has failed, or works again (null). */
  readonly onTrouble: (error: unknown) => void
  readonly onWritten: () => void
}

/** Nothing waits yet. */
export function createCheckpointWriter(options: CheckpointWriterOptions): CheckpointWriter {
  const { store, records, now, later = waitQuietly, onTrouble, onWritten } = options
  const waiting = new Map<RunId, WaitingRun>()
  let writing: Promise<void> | null = null
  let dueAt = Number.NEGATIVE_INFINITY

  /** Writes what waits, and what has come meanwhile: never two at once, and never what is out of date. */
  async function writeAll() {
    for (let next = firstWaiting(); next; next = firstWaiting()) {
      const { run, files } = next
      dueAt = now() + Math.max(INTERVAL, files.present.byteLength / MEAN_RATE)
      try {
        // The record is never behind the checkpoint: what goes on from it leaves no gap in the curves.
        await records.flush(run.id)
        await store.put(run, files)
      } catch (error) {
        onTrouble(error)
        later(() => void write(), RETRY)
        break
      }
      if (waiting.get(run.id) === next) waiting.delete(run.id)
      onTrouble(null)
      onWritten()
    }
    // At once, and not when the promise is heard: the next to come starts afresh.
    writing = null
  }

  function firstWaiting(): WaitingRun | undefined {
    return waiting.values().next().value
  }

  function write(): Promise<void> {
    if (waiting.size > 0) writing ??= writeAll()
    return writing ?? Promise.resolve()
  }

  return {
    take: (run, files, atOnce) => {
      waiting.set(run.id, { run, files })
      if (atOnce || now() >= dueAt) void write()
    },
    write,
    waiting: (id) => waiting.get(id),
    unwritten: () => [...waiting.values()].map(({ run }) => run),
    forget: (id) => waiting.delete(id),
    opened: () => {
      dueAt = Number.NEGATIVE_INFINITY
    },
  }
}
