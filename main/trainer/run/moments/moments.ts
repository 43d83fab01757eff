import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingsEvent } from '@contract/timeline/settings-events'
import type { Source } from '../../data/source/source'
import { encodeKeyframes } from '../../timeline/keyframe-file'
import { createKeyframes, type Keyframe, type Keyframes, type PackedKeyframe } from '../../timeline/keyframes'
import { createLogAt } from '../../timeline/log-at'
import { type ReplayedMoment, replay } from '../../timeline/replay'
import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Learner } from '../../training/learner'
import type { Snapshot } from '../../training/snapshot/snapshot'
import type { Clock } from '../clock'
import type { Emit } from '../emit'
import { createBackground } from '../judging/background'

/** Milliseconds of training after which keyframes are told again. */
const INTERVAL = 30_000
/** Bytes of them a millisecond at most, where a run rests again and again, as it does after each single update. */
const REST_RATE = 4_000
/** The part of the time that a moment which somebody waits for may take from a training. */
const SHARE = 0.5

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

/** Keeps what a run can be made again from, and makes it again as it stood after any of its updates. */
export type Moments = {
  /** Updates were made, in so many milliseconds; the run has predicted so many points. */
  readonly passed: (points: number, took: number) => void
  /**
   * Answers between updates. Fails with `no-run` when another moment is asked for meanwhile, or the run ends.
   *
   * @param use what is only looked at is given up for what is looked at next, but never what a branch begins with
   */
  readonly at: (update: number, use?: 'look' | 'branch') => Promise<Result<RestoredMoment>>
  /** The run rests: tells the keyframes, so that they are kept on disk. */
  readonly rested: () => void
  /** The keyframes up to an update, for a run that goes on from there. */
  readonly keyframesUpTo: (update: number) => readonly PackedKeyframe[]
  /** See `Keyframes`. */
  readonly chosenKeyframes: Keyframes['chosen']
  readonly dispose: () => void
}

/** What moments must know of their run. */
export type Remembered = {
  readonly id: string
  /** Of the time when the run was open before, in order. */
  readonly keyframes: readonly PackedKeyframe[]
  readonly initial: Snapshot
  /** Points that the run had predicted where it is opened. */
  readonly points: number
  readonly learner: Pick<Learner, 'updatesDone' | 'view' | 'hold'>
  readonly source: Pick<Source, 'windowAt'>
  readonly engine: () => PatientEngine
  readonly config: () => RunConfig
  readonly events: () => readonly SettingsEvent[]
  readonly isTraining: () => boolean
}

export function createMoments(
  { clock, emit }: { readonly clock: Clock; readonly emit: Emit },
  run: Remembered,
): Moments {
  const { initial, learner, source, engine, config, events, isTraining } = run
  const keyframes = createKeyframes(initial, learner, clock.now, run.keyframes)
  // Where a run that goes on was left is a keyframe, so that not all of it need be made again.
  keyframes.passed({ updatesDone: learner.updatesDone(), points: run.points }, 0)
  const background = createBackground(clock, isTraining)
  /** The last one: who goes through a run step by step need not begin at a keyframe each time. */
  let latest: RestoredMoment | null = null

  /** The newest that was told. */
  let told = 0
  let toldAt = clock.now()
  /** Before it no rest tells. */
  let restAt = Number.NEGATIVE_INFINITY

  function tell() {
    const frames = keyframes.packed(learner.updatesDone())
    const newest = frames.at(-1)?.updatesDone ?? 0
    const bytes = newest === told ? null : encodeKeyframes(run.id, frames)
    toldAt = clock.now()
    if (!bytes) return
    emit('keyframesTaken', { runId: run.id, bytes })
    told = newest
    restAt = toldAt + bytes.length / REST_RATE
  }

  function nearest(update: number): Keyframe {
    // The update itself is made again as well: it shows that what is restored is what there was.
    const keyframe = keyframes.before(Math.max(initial.updatesDone, update - 1))
    const near = latest
    if (!near || near.update >= update || near.update <= keyframe.updatesDone) return keyframe
    return { updatesDone: near.update, points: near.points, snapshot: () => near.snapshot }
  }

  function* restore(update: number): Generator<void, RestoredMoment> {
    const from = nearest(update)
    // As they were when it was asked for: what is changed meanwhile takes effect later.
    const [log, now] = [events(), config()]
    const { settingsAt, isWiped } = createLogAt(log, now)
    let { points } = from
    const pieces = replay({ from: from.snapshot(), to: update, source, settingsAt, isWiped, engine })
    try {
      for (;;) {
        const piece = pieces.next()
        if (piece.done) {
          const replayed = update - from.updatesDone
          return { ...piece.value, update, config: settingsAt(update), points, replayed }
        }
        for (const { window } of piece.value) points += window.timeSteps
        yield
      }
    } finally {
      pieces.return(undefined as never)
    }
  }

  return {
    passed: (points, took) => {
      keyframes.passed({ updatesDone: learner.updatesDone(), points }, took)
      if (clock.now() - toldAt >= INTERVAL) tell()
    },
    rested: () => {
      if (clock.now() >= restAt) tell()
    },
    keyframesUpTo: keyframes.packed,
    chosenKeyframes: keyframes.chosen,
    at: async (update, use = 'look') => {
      const [first, last] = [initial.updatesDone, learner.updatesDone()]
      if (update < first || update > last)
        return fail('invalid-setting', text('trainer.noMoment', { first, last, update }))
      if (latest?.update === update) return ok(latest)
      return new Promise((tell) => {
        const pieces = (function* () {
          latest = yield* restore(update)
          tell(ok(latest))
        })()
        const onCalledOff = () => tell(fail('no-run', text('trainer.momentCalledOff')))
        background.begin(use, { pieces, share: SHARE, onCalledOff })
      })
    },
    dispose: () => {
      tell()
      background.dispose()
      keyframes.dispose()
    },
  }
}
