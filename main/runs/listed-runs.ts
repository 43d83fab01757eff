import { randomUUID } from 'node:crypto'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { ListedRun, RunList } from '@contract/run/kept-run'
import { runName } from '@contract/run/run-budget'
import type { RunId } from '@contract/run-id'
import type { Log } from '../base/log'
import { isSystemError } from '../disk/system-error'
import type { Ask } from '../host/trainer-host'
import type { CheckpointWriter } from './checkpoint-writer'
import type { PresentRun, RunStore } from './folders/run-store'
import type { RunRecords } from './record/run-records'
import { whyNotWritten } from './run-troubles'

/** The runs that are kept, as a person sees them, and what a person does with them. */
export type ListedRuns = {
  /** The present one first, where it has made an update, then newest first; none of those that were deleted. */
  readonly now: () => RunList
  /** Whether there is one, for who asks at every event of a training. */
  readonly any: () => boolean
  readonly find: (id: RunId) => ListedRun | undefined
  /** Tells the list, where it has changed. */
  readonly tell: () => void
  /** Names a run; an empty name is none. */
  readonly rename: (id: RunId, name: string) => Promise<Result<void>>
  /**
   * Makes a copy of a run under an id of its own, with its record, checkpoint and keyframes, where it stands on the disk. Fails
   * where there is no trainer to write them under that id, or the disk takes none.
   */
  readonly duplicate: (id: RunId, name: string, ask: Ask) => Promise<Result<void>>
  /** Lists some runs no more, which can be had back until they are forgotten; never the present one. */
  readonly remove: (ids: readonly RunId[]) => void
  readonly restore: (ids: readonly RunId[]) => void
  /** Removes for good what was deleted. */
  readonly forgetDeleted: () => Promise<void>
}

export type ListedRunsOptions = {
  readonly store: RunStore
  readonly records: Pick<RunRecords, 'copy' | 'read' | 'rest' | 'close'>
  readonly writer: CheckpointWriter
  readonly present: () => PresentRun | null
  readonly budget: () => number
  /** The clock on the wall. */
  readonly date: () => number
  readonly noteOf: (run: RunId) => string
  readonly onRuns: (list: RunList) => void
  readonly log: Log
}

/** Starts with what the store found on disk. */
export function createListedRuns(options: ListedRunsOptions): ListedRuns {
  const { store, records, writer, present, budget, date, noteOf, onRuns, log } = options
  /** Deleted, and still there. */
  const deleted = new Set<RunId>()
  let told = ''

  function runs(): readonly ListedRun[] {
    // One that is still being written, or that a full disk does not take, is there all the same.
    const written = store.runs()
    const unwritten = writer.unwritten().map((run) => {
      const before = written.find(({ id }) => id === run.id)
      return { ...run, name: before ? before.name : run.name, bytes: before?.bytes ?? 0 }
    })
    const others = written.filter(({ id }) => !unwritten.some((one) => one.id === id))
    const all = [...unwritten, ...others].filter(({ id }) => !deleted.has(id))
    const isPresent = ({ id }: ListedRun) => id === present()?.id
    return [...all.filter(isPresent), ...all.filter((run) => !isPresent(run))].map((run) => {
      const note = noteOf(run.id)
      return note === '' ? run : { ...run, note }
    })
  }

  const now = (): RunList => ({ runs: runs(), budget: budget() })

  function tell() {
    const list = now()
    const key = JSON.stringify(list)
    if (key !== told) onRuns(list)
    told = key
  }

  async function drop(id: RunId) {
    writer.forget(id)
    try {
      await records.close(id)
      await store.drop(id, () => present() ?? undefined)
    } catch (error) {
      if (!isSystemError(error)) throw error
      log.error('a run was not removed', error)
    }
  }

  async function copy(run: ListedRun, name: string, ask: Ask): Promise<Result<void>> {
    const files = writer.waiting(run.id)?.files ?? (await store.read(run.id))
    if (!files) return fail('file-unreadable', text('runList.copyDamaged'))
    const id = randomUUID()
    const copied = await ask('copyCheckpoint', files, id)
    if (!copied.ok) return copied
    const { updatesDone, keyframes } = copied.value
    try {
      await records.copy(run.id, id, updatesDone)
      const last = await records.read(id, updatesDone, updatesDone)
      const loss = last?.losses.at(-1) ?? run.loss
      await store.put({ ...run, id, name: runName(name), updatesDone, loss, keptAt: date() }, copied.value)
      if (keyframes) await store.putKeyframes(id, keyframes)
      await store.measure(id)
      return ok()
    } catch (error) {
      log.error('a run was not copied', error)
      await drop(id)
      return fail('file-not-written', text('runList.notCopied', { why: whyNotWritten(error) }))
    } finally {
      if (run.id !== present()?.id) await records.rest(run.id)
      await records.close(id).catch((error: unknown) => log.error('a record was not closed', error))
    }
  }

  return {
    now,
    any: () => [...writer.unwritten().map(({ id }) => id), ...store.ids()].some((id) => !deleted.has(id)),
    find: (id) => runs().find((run) => run.id === id),
    tell,
    rename: async (id, name) => {
      await writer.write()
      try {
        if (!(await store.rename(id, runName(name)))) return fail('file-unreadable', text('keptRuns.gone'))
      } catch (error) {
        log.error('a run was not renamed', error)
        return fail('file-not-written', text('runList.notRenamed', { why: whyNotWritten(error) }))
      }
      tell()
      return ok()
    },
    duplicate: async (id, name, ask) => {
      await writer.write()
      const run = runs().find((one) => one.id === id)
      if (!run) return fail('file-unreadable', text('keptRuns.gone'))
      const copied = await copy(run, name, ask)
      tell()
      return copied
    },
    remove: (ids) => {
      for (const id of ids) if (id !== present()?.id) deleted.add(id)
      tell()
    },
    restore: (ids) => {
      for (const id of ids) deleted.delete(id)
      tell()
    },
    forgetDeleted: async () => {
      for (const id of deleted) {
        await drop(id)
        deleted.delete(id)
      }
    },
  }
}
