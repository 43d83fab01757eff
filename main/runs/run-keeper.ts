import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { KeptRun, RunList } from '@contract/run/kept-run'
import type { RunDescription, UpdateBatch } from '@contract/run/run'
import type { RunId } from '@contract/run-id'
import type { RunConfig } from '@contract/settings/run-config'
import type { MomentId } from '@contract/timeline/moment'
import type { Log } from '../base/log'
import { isSystemError } from '../disk/system-error'
import type { TrainerEvent } from '../host/checkpoint-parts'
import type { Ask } from '../host/trainer-host'
import { createCheckpointWriter } from './checkpoint-writer'
import { tellEarlier } from './figures/earlier-updates'
import { createRunTally, type RunTally } from './figures/run-tally'
import type { RunStore } from './folders/run-store'
import { keptRun, type LaterUpdates, lossOf } from './kept-run'
import { createListedRuns, type ListedRuns } from './listed-runs'
import type { RunRecords } from './record/run-records'
import type { RunMemory } from './run-memory'
import { createRunTroubles } from './run-troubles'

export type RunKeeperOptions = {
  readonly store: RunStore
  readonly records: RunRecords
  /** Milliseconds since some fixed moment: a clock that nobody sets. */
  readonly now: () => number
  /** The clock on the wall, for people. */
  readonly date: () => number
  /** Bytes that runs may take before a person is asked which may go. */
  readonly budget: () => number
  /** The first line of what a person has written about a run; empty where nobody has. */
  readonly noteOf: (run: RunId) => string
  /** Runs have come or gone, or are not what they were. */
  readonly onRuns: (list: RunList) => void
  /** The present run has been left for another one, and can be opened again. */
  readonly onSetAside: (run: KeptRun) => void
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
  readonly list: ListedRuns
  /** Opens a run in the trainer, at rest as it was left. */
  readonly open: (id: RunId, ask: Ask) => Promise<Result<KeptRun>>
  /** Recorded updates of the present run, or of an earlier one; see `recordedUpdates`. */
  readonly recorded: (id: RunId, first: number, last: number) => Promise<Result<UpdateBatch | null>>
  readonly trouble: () => Text | null
  /** Writing updates has failed, or works again (null). */
  readonly recordTrouble: (error: unknown) => void
  /** Ends when all that is to be kept is on disk, or cannot be. */
  readonly keep: () => Promise<void>
}

type Present = {
  readonly id: RunId
  readonly updatesDone: number
  readonly kept: KeptRun | null
  /** Of the update that the newest checkpoint ends with. */
  readonly loss: number | null
  /** Updates that no checkpoint knows of yet. */
  readonly later: readonly LaterUpdates[]
  /** Null until the trainer has told of it. */
  readonly config: RunConfig | null
  readonly tally: RunTally
}

/** Starts with what the store found on disk. */
export function createRunKeeper(options: RunKeeperOptions): RunKeeper {
  const { store, records, now, date, budget, noteOf, onRuns, onSetAside, onTrouble, later, log } = options
  const troubles = createRunTroubles(onTrouble, log)
  let present: Present | null = null
  /** Of a run that was just opened: what came before is to be found out, once it tells how far it is. */
  let untold: { readonly begun: Promise<void>; readonly after: number; readonly isBranch: boolean } | null =
    null
  const writer = createCheckpointWriter({
    ...{ store, records, now },
    ...(later && { later }),
    onTrouble: (error) => troubles.of('checkpoints', error),
    onWritten: () => list.tell(),
  })
  const shown = { present: () => present, budget, date, noteOf, onRuns, log }
  const list = createListedRuns({ store, records, writer, ...shown })

  function opened({ id, updatesBefore: updatesDone, branch }: RunDescription) {
    if (id === present?.id) return
    const left = present
    const before = store.runs().find((run) => run.id === id)
    const tally = createRunTally(before?.figures ?? null, now)
    present = { id, updatesDone, kept: null, loss: before?.loss ?? null, later: [], config: null, tally }
    writer.opened()
    const begun = branch ? beginLike(branch, id) : Promise.resolve()
    if (!before?.figures) untold = { begun, after: updatesDone, isBranch: branch !== null }
    else untold = null
    // What it told last, when it was left, is waiting.
    if (left) void begun.then(() => leave(left.id))
    if (left?.kept) onSetAside({ ...left.kept, name: list.find(left.id)?.name ?? null })
    list.tell()
  }

  /** Finds out how good the updates were that a run had made before it was opened. */
  function tellBefore({ id, tally }: Present, last: number) {
    if (!untold) return
    const { begun, after, isBranch } = untold
    untold = null
    if (last <= after) return
    if (!isBranch) tally.untimedBefore()
    void begun
      .then(() => tellEarlier(tally, records.read, { id, after, last }))
      // It may have been left meanwhile, and with it its file.
      .then(() => (id === present?.id ? undefined : records.rest(id)))
      .catch((error: unknown) => {
        tally.unknownBefore()
        log.error('updates before were not read', error)
      })
  }

  /** A branch has the updates of the run that it goes on from. */
  async function beginLike({ runId, update }: MomentId, id: string) {
    try {
      await records.copy(runId, id, update)
    } catch (error) {
      troubles.of('updates', error)
    }
  }

  /** Ends a run's files, and tells what they take. */
  async function leave(id: string) {
    await writer.write()
    await records.close(id).catch((error: unknown) => log.error('a record was not closed', error))
    await store.measure(id)
    list.tell()
  }

  function checkpointTaken(memory: RunMemory) {
    if (!present || !memory.checkpoint) return
    // A large one comes when the run has gone on for a while.
    const { updatesDone } = memory.checkpoint
    const loss = lossOf(updatesDone, present.later) ?? present.loss
    const figures = present.tally.figures(memory.rivals)
    const kept = keptRun(memory, { name: null, loss, keptAt: date(), figures })
    const later = present.later.filter(
      ({ firstUpdate, losses }) => firstUpdate + losses.length - 1 > updatesDone,
    )
    present = { ...present, kept, loss, later }
    if (!kept) return
    writer.take(kept, memory.checkpoint, memory.state?.phase !== 'training')
  }

  function keyframesTaken({ runId, bytes }: { readonly runId: string; readonly bytes: Uint8Array }) {
    // They save time and nothing else: without them all is as it was.
    const failed = (error: unknown) => log.error('keyframes were not written', error)
    if (runId === present?.id) void store.putKeyframes(runId, bytes).catch(failed)
  }

  /** Lists a run no more that can never be opened. */
  async function giveUp(id: string, why: Text) {
    log.error(`a run is set aside: ${inEnglish(why)}`)
    writer.forget(id)
    await store.setAside(id).catch((error: unknown) => log.error('it was not set aside', error))
    list.tell()
    return fail('file-unreadable', text('keptRuns.cannotOpen', { why }))
  }

  return {
    list,
    trouble: troubles.now,
    recordTrouble: (error) => troubles.of('updates', error),
    hear: (event, memory) => {
      switch (event.name) {
        case 'runOpened':
          return opened(event.payload)
        case 'runChanged':
          // Before the page hears of it: it asks at once for the updates that this tells of.
          if (event.payload.id !== present?.id) return
          tellBefore(present, event.payload.updatesDone)
          present.tally.trains(event.payload.phase === 'training')
          present = { ...present, updatesDone: event.payload.updatesDone, config: event.payload.config }
          return
        case 'updates': {
          if (event.payload.runId !== present?.id) return
          const { firstUpdate, losses } = event.payload
          present.tally.took(event.payload)
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
      await writer.write()
      const run = list.find(id)
      if (!run) return fail('file-unreadable', text('keptRuns.gone'))
      const files = writer.waiting(id)?.files ?? (await store.read(id))
      if (!files) return giveUp(id, text('keptRuns.damaged'))
      const restored = await ask('restoreCheckpoint', files)
      if (restored.ok) return ok(run)
      // Anything else lies with the trainer, and may go better next time.
      return restored.error.code === 'file-not-weights' ? giveUp(id, restored.error.text) : restored
    },
    recorded: async (id, first, last) => {
      const upTo = id === present?.id ? present.updatesDone : list.find(id)?.updatesDone
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
      await writer.write()
      await list.forgetDeleted()
    },
  }
}
