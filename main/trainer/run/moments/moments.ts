import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingsEvent } from '@contract/timeline/settings-events'
import { nextWindows, timeStepsAPlace } from '../../data/source/next-windows'
import type { Source } from '../../data/source/source'
import type { Clock } from '../../system/clock'
import { encodeKeyframes, KEYFRAME_FILE_BYTES } from '../../timeline/keyframe-file'
import {
  createKeyframes,
  KEYFRAME_BUDGET,
  type Keyframe,
  type Keyframes,
  type NearestKeyframe,
  type PackedKeyframe,
} from '../../timeline/keyframes'
import { createLogAt } from '../../timeline/log-at'
import type { PatientEngine } from '../../training/engine/patient-engine'
import type { Learner } from '../../training/learner'
import type { Snapshot } from '../../training/snapshot/snapshot'
import type { Emit } from '../emit'
import { createBackground } from '../judging/background'
import { type RestoredMoment, restore } from './restore'

/** Milliseconds of training after which keyframes are told again. */
const INTERVAL = 30_000
/** Bytes of them a millisecond at most, where a run rests again and again, as it does after each single update. */
const REST_RATE = 4_000
/** The part of the time that a moment which somebody waits for may take from a training. */
const SHARE = 0.5
/** Bytes of keyframes for a run that goes on from a moment: there are two runs meanwhile. */
const BRANCH_BYTES = KEYFRAME_BUDGET / 2
/** Milliseconds before it is told how far a moment is, and between one telling and the next. */
const TOLD_AFTER = 300
const TOLD_EVERY = 100

/** What a moment is made for; what one of them asks for next takes no other one's place. */
type Use = 'look' | 'inside' | 'branch'

/** A moment under way. */
type Underway = { readonly answer: Promise<Result<RestoredMoment>>; use: Use }

/** Keeps what a run can be made again from, and makes it again as it stood after any of its updates. */
export type Moments = {
  /** Updates were made, in so many milliseconds; the run has predicted so many points. */
  readonly passed: (points: number, took: number) => void
  /**
   * Answers between updates, and tells how far it is where that takes longer. Fails with `no-run` when another moment is asked
   * for meanwhile, when it is called off, or the run ends. What is under way is not begun anew for whoever asks for it as well.
   *
   * @param use what is only looked at is given up for what is looked at next, but never what a branch begins with
   */
  readonly at: (update: number, use?: Use) => Promise<Result<RestoredMoment>>
  /** The keyframe that is nearest to an update, at once; fails for an update that `at` refuses. */
  readonly nearest: (update: number) => Result<NearestKeyframe>
  /** Gives up the moment of an update, if it is only looked at and under way. */
  readonly callOff: (update: number) => void
  /** The run rests: tells the keyframes, so that they are kept on disk, and gets ready to go back. */
  readonly rested: () => void
  /** Keyframes up to an update, for a run that goes on from there, or for a file of them. */
  readonly keyframesUpTo: (update: number, use: 'branch' | 'file') => readonly PackedKeyframe[]
  /** See `Keyframes`. */
  readonly chosenKeyframes: Keyframes['chosen']
  /** What is kept: the updates of the keyframes in order, and their bytes. */
  readonly kept: () => { readonly updates: readonly number[]; readonly bytes: number }
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
  readonly learner: Pick<Learner, 'updatesDone' | 'position' | 'admitted' | 'writeInto' | 'hold'>
  readonly source: Pick<Source, 'windowAt'>
  readonly engine: () => PatientEngine
  readonly config: () => RunConfig
  readonly events: () => readonly SettingsEvent[]
  readonly isTraining: () => boolean
}

/** @param goesBack whether moments will be asked for: a run of which nobody asks for any need not get ready for it */
export function createMoments(
  { clock, emit, goesBack }: { readonly clock: Clock; readonly emit: Emit; readonly goesBack: boolean },
  run: Remembered,
): Moments {
  const { id: runId, initial, learner, source, engine, config, events, isTraining } = run
  const keyframes = createKeyframes(initial, learner, clock.now, run.keyframes)
  // Where a run that goes on was left is a keyframe, so that not all of it need be made again.
  keyframes.passed({ updatesDone: learner.updatesDone(), points: run.points }, 0)
  const background = createBackground(clock, isTraining)
  /** The last one: who goes through a run step by step need not begin at a keyframe each time. */
  let latest: RestoredMoment | null = null
  /** Those that are being made, by their updates. */
  const underway = new Map<number, Underway>()

  /** The newest that was told. */
  let told = 0
  let toldAt = clock.now()
  /** Before it no rest tells. */
  let restAt = Number.NEGATIVE_INFINITY

  function tell() {
    if (!goesBack) return
    const newest = keyframes.before(learner.updatesDone()).updatesDone
    toldAt = clock.now()
    if (newest === told) return
    const bytes = encodeKeyframes(runId, keyframes.packed(newest, KEYFRAME_FILE_BYTES))
    if (!bytes) return
    emit('keyframesTaken', { runId, bytes })
    told = newest
    restAt = toldAt + bytes.length / REST_RATE
  }

  /** Fails with `invalid-setting` for an update that the run has not made, or did before it began. */
  function checkMade(update: number): Result<void> {
    const [first, last] = [initial.updatesDone, learner.updatesDone()]
    if (update >= first && update <= last) return ok()
    return fail('invalid-setting', text('trainer.noMoment', { first, last, update }))
  }

  function before(update: number): Keyframe {
    // The update itself is made again as well: it shows that what is restored is what there was.
    const keyframe = keyframes.before(Math.max(initial.updatesDone, update - 1))
    const near = latest
    if (!near || near.update >= update || near.update <= keyframe.updatesDone) return keyframe
    return { updatesDone: near.update, points: near.points, snapshot: () => near.snapshot }
  }

  /** Tells how far a moment is: after a while, and not too often. */
  function progressOf(update: number): (done: number, total: number) => void {
    let dueAt = clock.now() + TOLD_AFTER
    return (done, total) => {
      const now = clock.now()
      if (now < dueAt) return
      dueAt = now + TOLD_EVERY
      emit('momentProgress', { runId, update, done, total })
    }
  }

  function* made(update: number): Generator<void, RestoredMoment> {
    // As they were when it was asked for: what is changed meanwhile takes effect later.
    const log = createLogAt(events(), config())
    const ways = { source, engine, ...log, onProgress: progressOf(update) }
    return yield* restore(update, before(update), ways)
  }

  /**
   * Records a single update of a network that is trained many in a call: the last ones before a moment are made by it. That is
   * done where nobody waits for it.
   */
  function* recorded(): Generator<void, void> {
    for (;;) {
      const windows = nextWindows(learner, source, config(), 1)
      learner.admitted(windows, config().training, Number.POSITIVE_INFINITY)
      if (!engine().isPreparing()) return
      if (engine().canPrepare()) engine().prepare()
      yield
    }
  }

  /** What is asked for next is in the place of what was asked for before it, for the same use. */
  function giveWay(update: number, use: Use) {
    for (const [other, { use: otherUse }] of [...underway])
      if (otherUse === use && (other !== update || use === 'branch')) background.callOff(kindOf(other))
  }

  function begun(update: number): Promise<Result<RestoredMoment>> {
    return new Promise((tell) => {
      const pieces = (function* () {
        latest = yield* made(update)
        underway.delete(update)
        tell(ok(latest))
        getReady()
      })()
      const onCalledOff = () => {
        underway.delete(update)
        tell(fail('no-run', text('trainer.momentCalledOff')))
      }
      background.begin(kindOf(update), { pieces, share: SHARE, onCalledOff })
    })
  }

  function getReady() {
    const { network } = initial
    const isQuick = engine().updatesPerCall(network, timeStepsAPlace(config()), Number.POSITIVE_INFINITY) > 1
    if (isQuick) background.begin('recording', { pieces: recorded(), share: SHARE })
  }

  return {
    passed: (points, took) => {
      if (!goesBack) return
      keyframes.passed({ updatesDone: learner.updatesDone(), points }, took)
      if (clock.now() - toldAt >= INTERVAL) tell()
    },
    rested: () => {
      if (clock.now() >= restAt) tell()
      if (goesBack && learner.updatesDone() > initial.updatesDone) getReady()
    },
    keyframesUpTo: (update, use) =>
      keyframes.packed(update, use === 'branch' ? BRANCH_BYTES : KEYFRAME_FILE_BYTES),
    chosenKeyframes: keyframes.chosen,
    at: async (update, use = 'look') => {
      const made = checkMade(update)
      if (!made.ok) return made
      if (latest?.update === update) return ok(latest)
      giveWay(update, use)
      const known = underway.get(update)
      if (known) {
        if (use === 'branch') known.use = use
        return known.answer
      }
      const answer = begun(update)
      underway.set(update, { answer, use })
      return answer
    },
    nearest: (update) => {
      const made = checkMade(update)
      return made.ok ? ok(keyframes.nearest(update, learner.updatesDone())) : made
    },
    kept: () => ({ updates: keyframes.updates(), bytes: keyframes.bytes() }),
    callOff: (update) => {
      if (underway.get(update)?.use === 'look') background.callOff(kindOf(update))
    },
    dispose: () => {
      tell()
      background.dispose()
      keyframes.dispose()
    },
  }
}

/** What a moment is called among the works in the background. */
function kindOf(update: number): string {
  return `moment ${update}`
}
