import type { Compiled } from '../../graph/compile'
import { GraphNotWritten } from '../../graph/native/session'
import type { Tensor1D } from '../../tensorflow'
import type { ConsecutivePlan, ConsecutiveUpdates, WindowRows } from '../update/consecutive-updates'
import type { TrainingState } from '../update/update'

/** What updates are made from, beside their plan. */
export type UpdateArguments = [state: TrainingState, windows: WindowRows, schedules: Tensor1D]

export type Recorded = Compiled<UpdateArguments, ConsecutiveUpdates>

/** What decides every native call of some updates, and so which recording can replay them. */
export type Form = {
  readonly plan: ConsecutivePlan
  /** Of each window. */
  readonly timeSteps: number
  /** Sequences side by side. */
  readonly batch: number
}

/** The same text for the same form, and for no other. */
export function keyOf({ plan, timeSteps, batch }: Form): string {
  return JSON.stringify([plan, timeSteps, batch])
}

/** Said of a recording that TensorFlow, or the memory, would not have. */
export const REFUSED = 'refused'

/** Why something could not be recorded: the system's word where no file could be written (`ENOSPC`), else `REFUSED`. */
export function whyNot(error: unknown): string {
  return error instanceof GraphNotWritten ? error.systemCode : REFUSED
}

/** Recordings that are kept, the most recently used ones; each is a native graph that holds some ten megabytes (`bench --set recording`). */
const MOST_KEPT = 8

/** Recordings by their forms. */
export type Recordings = {
  readonly has: (key: string) => boolean
  /** The recording of a form, which counts as used by this. */
  readonly use: (key: string) => Recorded | undefined
  /** Keeps a recording in place of one of the same form, and gives up the one that was not used for longest when there are too many. */
  readonly keep: (key: string, recorded: Recorded) => void
  /** Gives one up. */
  readonly drop: (key: string) => void
  readonly dispose: () => void
}

export function createRecordings(): Recordings {
  const recordings = new Map<string, Recorded>()
  // A map keeps the order in which keys were put in: the first is the one not used for longest.
  const use = (key: string) => {
    const recorded = recordings.get(key)
    if (!recorded) return undefined
    recordings.delete(key)
    recordings.set(key, recorded)
    return recorded
  }
  return {
    has: (key) => recordings.has(key),
    use,
    keep: (key, recorded) => {
      recordings.get(key)?.dispose()
      recordings.set(key, recorded)
      for (const [oldest, { dispose }] of recordings) {
        if (recordings.size <= MOST_KEPT) break
        dispose()
        recordings.delete(oldest)
      }
    },
    drop: (key) => {
      recordings.get(key)?.dispose()
      recordings.delete(key)
    },
    dispose: () => {
      for (const { dispose } of recordings.values()) dispose()
      recordings.clear()
    },
  }
}
