import { fail, ok, type Result } from '@contract/result'
import type { UnfinishedRun } from '@contract/run/unfinished-run'
import type { Log } from '../base/log'
import type { Ask, TrainerEvent } from '../host/trainer-host'
import type { RunMemory } from './run-memory'
import type { UnfinishedStore } from './unfinished-store'

/** Milliseconds of training that a death of the whole app may cost. */
const INTERVAL = 2_000
/** Bytes a millisecond, 2 MB a second: the checkpoints of a large network must not keep the disk busy. */
const MEAN_RATE = 2_000

export type UnfinishedRunsOptions = {
  readonly store: UnfinishedStore
  readonly now: () => number
  /** The run that can be gone on with is another, or none. */
  readonly onOffer: (offer: UnfinishedRun | null) => void
  readonly log: Log
}

/** Keeps the present run on disk while it is unfinished, and offers the one that an earlier start left there. */
export type UnfinishedRuns = {
  /** Takes in what the trainer tells; `memory` is what main knows after it. */
  readonly hear: (event: TrainerEvent, memory: RunMemory) => void
  /** The newest unfinished run that is not the present one. */
  readonly offer: () => UnfinishedRun | null
  /** Opens an offered run in the trainer and trains on; the present run, if unfinished, is offered in its place. */
  readonly goOn: (id: string, ask: Ask) => Promise<Result<void>>
  readonly discard: (id: string) => Promise<Result<void>>
  /** Ends when the newest checkpoint of an unfinished run is on disk. */
  readonly keep: () => Promise<void>
}

type Waiting = { readonly run: UnfinishedRun; readonly checkpoint: Uint8Array }

/** What would be offered of the present run if the app ended now; null when there is nothing to go on with. */
export function unfinishedRun(memory: RunMemory, now: number): UnfinishedRun | null {
  const { description, state, checkpoint } = memory
  if (!description || !state || !checkpoint) return null
  const unfinished = state.phase === 'training' || state.phase === 'paused'
  if (!unfinished || checkpoint.updatesDone <= description.updatesBefore) return null
  const { id, summary } = description
  return { id, network: summary, updatesDone: checkpoint.updatesDone, goal: state.goal, stoppedAt: now }
}

function keyOf(run: UnfinishedRun | null): string {
  return run ? `${run.id} ${run.updatesDone}` : ''
}

/** Starts with what the store found on disk. */
export function createUnfinishedRuns({ store, now, onOffer, log }: UnfinishedRunsOptions): UnfinishedRuns {
  let presentId: string | null = null
  let waiting: Waiting | null = null
  let writing: Promise<void> | null = null
  let dueAt = Number.NEGATIVE_INFINITY
  let told = keyOf(offer())
  let complaint = ''

  function offer(): UnfinishedRun | null {
    const run = store.runs().find(({ id }) => id !== presentId)
    if (!run) return null
    const { id, network, updatesDone, goal, stoppedAt } = run
    return { id, network, updatesDone, goal, stoppedAt }
  }

  function tell() {
    const present = offer()
    if (keyOf(present) === told) return
    told = keyOf(present)
    onOffer(present)
  }

  function complain(what: string, error: unknown) {
    // A full disk says the same every few seconds.
    if (complaint !== String(error)) log.error(what, error)
    complaint = String(error)
  }

  /** Writes what waits, and what has come meanwhile: never two at once, and never what is out of date. */
  async function writeAll() {
    while (waiting) {
      const { run, checkpoint } = waiting
      waiting = null
      dueAt = now() + Math.max(INTERVAL, checkpoint.byteLength / MEAN_RATE)
      try {
        await store.put(run, checkpoint)
        complaint = ''
        tell()
      } catch (error) {
        complain('the unfinished run was not written', error)
      }
    }
    // At once, and not when the promise is heard: the next to come begins anew.
    writing = null
  }

  function write(): Promise<void> {
    if (waiting) writing ??= writeAll()
    return writing ?? Promise.resolve()
  }

  async function drop(id: string) {
    if (waiting?.run.id === id) waiting = null
    try {
      // After what is being written of it.
      await store.drop(id)
    } catch (error) {
      complain('an unfinished run was not removed', error)
    }
    tell()
  }

  function opened(id: string) {
    if (id === presentId) return
    const left = presentId
    presentId = id
    dueAt = Number.NEGATIVE_INFINITY
    // Left for an unfinished run, it becomes one that can be gone on with; left for a new one, it is given up.
    const forUnfinished = store.runs().some((run) => run.id === id)
    if (forUnfinished) void write()
    else if (left !== null) void drop(left)
    tell()
  }

  function checkpointTaken(memory: RunMemory) {
    const run = unfinishedRun(memory, now())
    if (run && memory.checkpoint) {
      waiting = { run, checkpoint: memory.checkpoint.bytes }
      if (memory.state?.phase !== 'training' || now() >= dueAt) void write()
    } else if (presentId !== null) void drop(presentId)
  }

  return {
    offer,
    hear: (event, memory) => {
      if (event.name === 'runOpened') opened(event.payload.id)
      if (event.name === 'checkpointTaken') checkpointTaken(memory)
    },
    goOn: async (id, ask) => {
      const lost = (why: string) =>
        fail(
          'file-unreadable',
          `The unfinished run cannot go on: ${why}. It has been set aside, and the present run stays as it is.`,
        )
      if (!store.runs().some((run) => run.id === id))
        return fail('file-unreadable', 'This unfinished run is no longer there; start a new one.')
      await write()
      const bytes = await store.read(id)
      const restored: Result<void> = bytes
        ? await ask('restoreCheckpoint', bytes)
        : lost('its file on disk is damaged')
      if (restored.ok) return ask('startRun')
      // Anything else lies with the trainer, and may go better next time.
      if (bytes && restored.error.code !== 'file-not-weights') return restored
      log.error(`the unfinished run is set aside: ${restored.error.message}`)
      await store.setAside(id).catch((error: unknown) => complain('it was not set aside', error))
      tell()
      return bytes ? lost(restored.error.message) : restored
    },
    discard: async (id) => {
      if (id !== presentId) await drop(id)
      return ok()
    },
    keep: () => write(),
  }
}
