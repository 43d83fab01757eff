import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Checkpoints } from '../checkpoints'
import type { RunTools } from '../run-types'
import type { Came } from './calls'
import { createTurns } from './turns'

/** Makes one thing of a run after the other, as its pace, its engine and the page allow; between two a pause is heard. */
export type Loop = {
  /** Looks again when the next thing is due. */
  readonly schedule: () => void
  readonly callOff: () => void
}

/** What a loop goes on with. */
export type Looped = {
  readonly isTraining: () => boolean
  /**
   * Makes updates, one or several in a call, or what comes before them and after them.
   *
   * @param since when it was asked to first
   */
  readonly update: (since: number) => Came
  /** Whether it is no recording's turn, as both would want the other thread. */
  readonly isFirst: () => boolean
  /** The run makes no more of them. */
  readonly rest: () => void
  /** It goes on. */
  readonly goesOn: () => void
}

/** Milliseconds after which it is looked whether another thread is done. */
const LOOK_AGAIN = 1

export function createLoop(
  { clock, pacer, stream, engine }: Pick<RunTools, 'clock' | 'pacer' | 'stream' | 'engine'>,
  checkpoints: Checkpoints,
  { isTraining, update, isFirst, rest, goesOn }: Looped,
): Loop {
  const turns = createTurns()
  let callOff: (() => void) | null = null
  /** Since when the next update waits for what is done first, and whether that goes on here. */
  let waitingSince: number | null = null
  let goesOnHere = false

  function isRecordingNext(current: PatientEngine): boolean {
    if (!current.canPrepare() || isFirst()) return false
    // What waits for updates that are made elsewhere is to take them: what they were made with has been recorded.
    if (waitingSince !== null) return !current.isAhead()
    return turns.isRecordingNext(pacer.wait(clock.now()))
  }

  function isPartNext(): boolean {
    // A page that is behind does not keep what is under way from becoming whole.
    return checkpoints.isPartNext(stream.full() ? Number.POSITIVE_INFINITY : pacer.wait(clock.now()))
  }

  function schedule() {
    callOff?.()
    const untilDue = waitingSince === null ? pacer.wait(clock.now()) : LOOK_AGAIN
    const wait = goesOnHere || isRecordingNext(engine()) || isPartNext() ? 0 : untilDue
    callOff = wait > 0 ? clock.later(advance, wait) : clock.soon(advance)
  }

  /** One thing that cannot be interrupted: a pause is heard after it. */
  function advance() {
    callOff = null
    const now = clock.now()
    // Only what the page has been sent may be in a checkpoint: going on from it must leave no gap there.
    // While an update is being made elsewhere there is nothing new to tell.
    if (stream.flushIfDue(now) && waitingSince === null) checkpoints.tellIfDue(now)
    if (isPartNext()) checkpoints.tellPart()
    // The page is behind: it will say when it has caught up, and `reschedule` goes on from there.
    else if (stream.full()) return
    else if (isRecordingNext(engine())) {
      engine().prepare()
      turns.prepared(clock.now() - now)
    } else if (waitingSince === null || isFirst() || !engine().isElsewhere()) {
      const since = waitingSince ?? now
      const came = update(since)
      waitingSince = came === 'made' ? null : since
      goesOnHere = came === 'piece'
      if (waitingSince === null) {
        pacer.updated(since)
        const took = clock.now() - since
        turns.updated(took)
        checkpoints.updated(took)
      }
    } else goesOnHere = false
    if (!isTraining()) return rest()
    stream.flushIfDue(clock.now())
    goesOn()
    schedule()
  }

  return {
    schedule,
    callOff: () => {
      callOff?.()
      callOff = null
      waitingSince = null
      goesOnHere = false
    },
  }
}
