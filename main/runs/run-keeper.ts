import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { EarlierRun, KeptRun } from '@contract/run/kept-run'
import type { RunDescription, UpdateBatch } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import type { MomentId } from '@contract/timeline/moment'
import type { CheckpointFiles } from '@contract/wire/trainer-wire'
import type { Log } from '../base/log'
import { sameText } from '../base/same-text'
import { explain, isSystemError } from '../disk/system-error'
import type { TrainerEvent } from '../host/checkpoint-parts'
import type { Ask } from '../host/trainer-host'
import type { RunStore } from './folders/run-store'
import { keptRun, type LaterUpdates, lossOf } from './kept-run'
import type { RunRecords } from './record/run-records'
import type { RunMemory } from './run-memory'

/** Milliseconds of training that a death of the whole app may cost. */
const INTERVAL = 2_000
/** Bytes a millisecond, 2 MB a second: the checkpoints of a large network must not keep the disk busy. */
const MEAN_RATE = 2_000
/** Milliseconds after which what could not be written is tried again. */
const RETRY = 5_000

export type RunKeeperOptions = {
  readonly store: RunStore
  readonly records: RunRecords
  /** Milliseconds since some fixed moment: a clock that nobody sets. */
  readonly now: () => number
  /** The clock on the wall, for people. */
  readonly date: () => number
  /** Runs that can be opened have come or gone. */
  readonly onRuns: (runs: readonly EarlierRun[]) => void
  /** The present run has been left for another one, and can be opened again. */
  readonly onSetAside: (run: KeptRun) => void
  /** Earlier runs have gone, the oldest first, so that the one that was set aside has room. */
  readonly onRemoved: (runs: readonly EarlierRun[]) => void
  /** Why the present run is not safe, in a sentence; null when it is again. */
  readonly onTrouble: (trouble: Text | null) => void
  readonly later?: (action: () => void, milliseconds: number) => void
  readonly log: Log
}

/**
 * Stands before every change of the run, wherever it comes from: whatever has made an update is on disk when another
 * run takes its place, when it is finished, and when the app ends or dies.
 */
export type RunKeeper = {
  /** Takes in what the trainer tells; `memory` is what main knows after it. */
  readonly hear: (event: TrainerEvent, memory: RunMemory) => void
  /** The runs that can be opened, newest first: all but the present one. */
  readonly runs: () => readonly EarlierRun[]
  /** Opens a run in the trainer, at rest as it was left. */
  readonly open: (id: string, ask: Ask) => Promise<Result<KeptRun>>
  readonly discard: (id: string) => Promise<Result<void>>
  /** Recorded updates of the present run, or of an earlier one; see `recordedUpdates`. */
  readonly recorded: (id: string, first: number, last: number) => Promise<Result<UpdateBatch | null>>
  readonly trouble: () => Text | null
  /** Writing updates has failed, or works again (null). */
  readonly recordTrouble: (error: unknown) => void
  /** Ends when all that is to be kept is on disk, or cannot be. */
  readonly keep: () => Promise<void>
}

type Present = {
  readonly id: string
  readonly updatesDone: number
  readonly kept: KeptRun | null
  /** Of the update that the newest checkpoint ends with. */
  readonly loss: number | null
  /** Updates that no checkpoint knows of yet. */
  readonly later: readonly LaterUpdates[]
  /** Null until the trainer has told of it. */
  readonly config: RunConfig | null
}

type Waiting = { readonly run: KeptRun; readonly files: CheckpointFiles }

/** Starts with what the store found on disk. */
export function createRunKeeper(options: RunKeeperOptions): RunKeeper {
  const { store, records, now, date, onRuns, onSetAside, onRemoved, onTrouble, log } = options
  const later = options.later ?? waitQuietly
  /** Newest checkpoints that are not on disk yet, by the ids of their runs. */
  const waiting = new Map<string, Waiting>()
  let present: Present | null = null
  let writing: Promise<void> | null = null
  let dueAt = Number.NEGATIVE_INFINITY
  let told = ''
  const troubles = new Map<'checkpoints' | 'updates', Text>()

  function runs(): readonly EarlierRun[] {
    // One that is still being written, or that a full disk does not take, is there all the same.
    const unwritten = [...waiting.values()].map(({ run }) => ({ ...run, bytes: 0 }))
    const written = store.runs().filter(({ id }) => !waiting.has(id))
    return [...unwritten, ...written].filter(({ id }) => id !== present?.id)
  }

  function tellRuns() {
    const all = runs()
    const key = JSON.stringify(all)
    if (key !== told) onRuns(all)
    told = key
  }

  const trouble = (): Text | null => [...troubles.values()][0] ?? null

  /** Says a fault once, and when it is over: a full disk says the same every few seconds. */
  function becomeTrouble(of: 'checkpoints' | 'updates', error: unknown) {
    const before = trouble()
    if (error === null) troubles.delete(of)
    else {
      const why = isSystemError(error)
        ? explain(error.code)
        : text('keptRuns.unforeseen', { error: String(error) })
      const found = text('keptRuns.unsafe', { why })
      if (!sameText(troubles.get(of), found)) log.error(`the ${of} of a run were not written`, error)
      troubles.set(of, found)
    }
    if (!sameText(trouble(), before)) onTrouble(trouble())
  }

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
        becomeTrouble('checkpoints', error)
        later(() => void write(), RETRY)
        break
      }
      if (waiting.get(run.id) === next) waiting.delete(run.id)
      becomeTrouble('checkpoints', null)
      tellRuns()
    }
    // At once, and not when the promise is heard: the next to come starts afresh.
    writing = null
  }

  function firstWaiting(): Waiting | undefined {
    return waiting.values().next().value
  }

  function write(): Promise<void> {
    if (waiting.size > 0) writing ??= writeAll()
    return writing ?? Promise.resolve()
  }

  function opened({ id, updatesBefore: updatesDone, branch }: RunDescription) {
    if (id === present?.id) return
    const left = present
    const before = store.runs().find((run) => run.id === id)
    present = { id, updatesDone, kept: null, loss: before?.loss ?? null, later: [], config: null }
    dueAt = Number.NEGATIVE_INFINITY
    const begun = branch ? beginLike(branch, id) : Promise.resolve()
    // What it told last, when it was left, is waiting.
    if (left) void begun.then(() => leave(left.id))
    if (left?.kept) onSetAside(left.kept)
    tellRuns()
  }

  /** A branch has the updates of the run that it goes on from. */
  async function beginLike({ runId, update }: MomentId, id: string) {
    try {
      await records.copy(runId, id, update)
    } catch (error) {
      becomeTrouble('updates', error)
    }
  }

  /** Ends a run's files, and makes room for it among the earlier ones: at once, so that no disk fills up unseen. */
  async function leave(id: string) {
    await write()
    await records.close(id).catch((error: unknown) => log.error('a record was not closed', error))
    try {
      const removed = await store.makeRoom(() => present ?? undefined, id)
      if (removed.length > 0) onRemoved(removed)
    } catch (error) {
      log.error('an earlier run was not removed', error)
    }
    tellRuns()
  }

  function checkpointTaken(memory: RunMemory) {
    if (!present || !memory.checkpoint) return
    // A large one comes when the run has gone on for a while.
    const { updatesDone } = memory.checkpoint
    const loss = lossOf(updatesDone, present.later) ?? present.loss
    const kept = keptRun(memory, loss, date())
    const later = present.later.filter(
      ({ firstUpdate, losses }) => firstUpdate + losses.length - 1 > updatesDone,
    )
    present = { ...present, kept, loss, later }
    if (!kept) return
    waiting.set(kept.id, { run: kept, files: memory.checkpoint })
    if (memory.state?.phase !== 'training' || now() >= dueAt) void write()
  }

  function keyframesTaken({ runId, bytes }: { readonly runId: string; readonly bytes: Uint8Array }) {
    // They save time and nothing else: without them all is as it was.
    const failed = (error: unknown) => log.error('keyframes were not written', error)
    if (runId === present?.id) void store.putKeyframes(runId, bytes).catch(failed)
  }

  /** Lists a run no more that can never be opened. */
  async function giveUp(id: string, why: Text) {
    log.error(`a run is set aside: ${inEnglish(why)}`)
    waiting.delete(id)
    await store.setAside(id).catch((error: unknown) => log.error('it was not set aside', error))
    tellRuns()
    return fail('file-unreadable', text('keptRuns.cannotOpen', { why }))
  }

  return {
    runs,
    trouble,
    recordTrouble: (error) => becomeTrouble('updates', error),
    hear: (event, memory) => {
      switch (event.name) {
        case 'runOpened':
          return opened(event.payload)
        case 'runChanged':
          // Before the page hears of it: it asks at once for the updates that this tells of.
          if (event.payload.id === present?.id)
            present = { ...present, updatesDone: event.payload.updatesDone, config: event.payload.config }
          return
        case 'updates': {
          if (event.payload.runId !== present?.id) return
          const { firstUpdate, losses } = event.payload
          present = {
            ...present,
            updatesDone: firstUpdate + losses.length - 1,
            later: [...present.later, { firstUpdate, losses }],
          }
          return records.add(event.payload)
        }
        case 'keyframesTaken':
          return keyframesTaken(event.payload)
        case 'checkpointTaken':
          return checkpointTaken(memory)
        default:
          return
      }
    },
    open: async (id, ask) => {
      await write()
      const unwritten = waiting.get(id)
      const run = unwritten?.run ?? store.runs().find((one) => one.id === id)
      if (!run) return fail('file-unreadable', text('keptRuns.gone'))
      const files = unwritten?.files ?? (await store.read(id))
      if (!files) return giveUp(id, text('keptRuns.damaged'))
      const restored = await ask('restoreCheckpoint', files)
      if (restored.ok) return ok(run)
      // Anything else lies with the trainer, and may go better next time.
      return restored.error.code === 'file-not-weights' ? giveUp(id, restored.error.text) : restored
    },
    discard: async (id) => {
      if (id === present?.id) return ok()
      waiting.delete(id)
      try {
        await records.close(id)
        await store.drop(id, () => present ?? undefined)
      } catch (error) {
        if (!isSystemError(error)) throw error
        log.error('a run was not removed', error)
      }
      tellRuns()
      return ok()
    },
    recorded: async (id, first, last) => {
      const upTo = id === present?.id ? present.updatesDone : runs().find((run) => run.id === id)?.updatesDone
      if (upTo === undefined) return fail('no-run', text('keptRuns.gone'))
      try {
        const batch = await records.read(id, first, Math.min(last, upTo))
        // Nothing is added to an earlier run, and it may be deleted: its file stands open to nobody.
        if (id !== present?.id) await records.rest(id)
        return ok(batch)
      } catch (error) {
        if (!isSystemError(error)) throw error
        log.error('recorded updates were not read', error)
        return ok(null)
      }
    },
    keep: async () => {
      if (present) await records.flush(present.id)
      await write()
    },
  }
}

function waitQuietly(action: () => void, milliseconds: number) {
  setTimeout(action, milliseconds).unref()
}
