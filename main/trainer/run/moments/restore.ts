import type { RunConfig } from '@contract/settings/run-config'
import type { Source } from '../../data/source/source'
import type { Keyframe } from '../../timeline/keyframes'
import type { LogAt } from '../../timeline/log-at'
import { type ReplayedMoment, replay } from '../../timeline/replay'
import type { PatientEngine } from '../../training/engine/patient-engine'

/**
 * Updates on the way to a moment from which on a recording of many in a call is waited for: it takes as long as about a
 * thousand updates one by one, and a person waits.
 */
const WORTH_RECORDING = 2000

/** A run as it stood after one of its updates. */
export type RestoredMoment = ReplayedMoment & {
  readonly update: number
  /** The settings that this update was made with. */
  readonly config: RunConfig
  /** Points that the run had predicted. */
  readonly points: number
  /** Updates that were made again for it. */
  readonly replayed: number
}

/** What a run is made again with. */
export type RestoreWith = LogAt & {
  readonly source: Pick<Source, 'windowAt'>
  readonly engine: () => PatientEngine
  /** So many of the updates have been made again, of so many in all; told after each piece. */
  readonly onProgress: (done: number, total: number) => void
}

/** Makes a run again as it stood after an update, from a keyframe before it, in pieces. */
export function* restore(
  update: number,
  from: Keyframe,
  { onProgress, ...ways }: RestoreWith,
): Generator<void, RestoredMoment> {
  const replayed = update - from.updatesDone
  let { points } = from
  let done = 0
  const pieces = replay({ from: from.snapshot(), to: update, ...ways, worthRecording: WORTH_RECORDING })
  try {
    for (;;) {
      const piece = pieces.next()
      if (piece.done) return { ...piece.value, update, config: ways.settingsAt(update), points, replayed }
      for (const { window } of piece.value) points += window.timeSteps
      done += piece.value.length
      onProgress(done, replayed)
      yield
    }
  } finally {
    pieces.return(undefined as never)
  }
}
