import { openInPieces } from '../../graph/compile'
import { type Begun, canBegin, elsewhere, isEnding, type Waited } from '../../graph/native/begun'
import { type Tensor, tf } from '../../tensorflow'
import { type ConsecutiveUpdates, consecutiveUpdates } from '../update/consecutive-updates'
import { bestPerCall, type Engine, eagerEngine, formOf, toCompile } from './engine'
import { isLong } from './how-long'
import { createRecordings, type Form, keyOf, type Recorded, type UpdateArguments, whyNot } from './recordings'

/** A recording pays off for a form of one update when so many of them are to come; for larger forms see `bestPerCall`. */
const WORTH_RECORDING = 5
/** Calls after which a form that nobody asked for again is recorded no further: more than it has pieces, of which one comes after each. */
const FORGOTTEN_AFTER = 20
/** Calls in which a length comes again where sequences start anew at equal distances, and more. */
const REMEMBERED = 32

/**
 * The compiled engine for whoever must be heard meanwhile: it records in pieces, between updates that are made with what
 * there is. The numbers do not tell when a recording was ready: those of both engines are equal to the last bit.
 */
export type PatientEngine = Engine & {
  /** Whether a recording is under way. */
  readonly isPreparing: () => boolean
  /** Does the next piece of it, and waits for one that another thread does. */
  readonly prepare: () => void
  /** Whether there is a piece that need not be waited for. */
  readonly canPrepare: () => boolean
  /** Whether another thread makes coming updates, or has made them. */
  readonly isAhead: () => boolean
  /** Whether another thread is at work for it. */
  readonly isElsewhere: () => boolean
  /** Gives up what is under way. */
  readonly abandon: () => void
  /** Tries to record again, after it was impossible. */
  readonly hope: () => void
}

/** A recording under way. */
type Job = {
  readonly key: string
  readonly pieces: Generator<Waited | undefined, Recorded, void>
  /** Held until the end. */
  readonly example: UpdateArguments
  /** What the next piece would wait for. */
  waitsFor: Waited | null
}

/** A form that was asked for since updates were made last, and whether it will be asked for again. */
type Asking = { readonly key: string; readonly isLikely: boolean }

/** Updates that another thread makes before they are asked for. */
type Ahead = {
  readonly key: string
  readonly args: UpdateArguments
  readonly run: Begun<ConsecutiveUpdates>
}

/** @param onImpossible told once, in the words of `whyNot`, when nothing can be recorded; then all goes on eagerly */
export function createPatientEngine(onImpossible: (why: string) => void): PatientEngine {
  const recordings = createRecordings()
  let job: Job | null = null
  let impossible = false
  /** The forms that were asked for last, the newest first: all of them, and without rests. */
  let asked: readonly string[] = []
  let wanted: readonly string[] = []
  let asking: Asking | null = null
  let ahead: Ahead | null = null
  /** The form whose first update waits for its recording. */
  let awaited: string | null = null

  function refuse(error: unknown) {
    impossible = true
    onImpossible(whyNot(error))
  }

  function abandonJob() {
    if (!job) return
    const { pieces, example } = job
    job = null
    pieces.return(undefined as never)
    tf.dispose(leaves(example))
  }

  function dropAhead() {
    ahead?.run.drop()
    ahead = null
  }

  function abandon() {
    abandonJob()
    dropAhead()
  }

  function begin(key: string, form: Form, made: UpdateArguments) {
    // Tensors of our own, over the same numbers: those that we are shown go with the next update.
    const example = tf.tidy(() => copied(made))
    const [updates, ...how] = toCompile(form)
    job = { key, example, waitsFor: null, pieces: recordedInPieces() }

    function* recordedInPieces(): Generator<Waited | undefined, Recorded, void> {
      const recorded = yield* openInPieces(updates, example, ...how)
      // Its first run prepares the session, and says whether it can be run at all. The update that waits for it is one, if it is made elsewhere.
      if (key === awaited && isLong(form, 'recorded')) return recorded
      let isProved = false
      try {
        const run = () => recorded.run(...example)
        tf.dispose(yield* elsewhere(() => recorded.begin(...example), run))
        isProved = true
      } finally {
        if (!isProved) recorded.dispose()
      }
      return recorded
    }
  }

  function newlyAsked(key: string, oneMore: string, { plan, timeSteps }: Form, updatesLeft: number): Asking {
    // Where sequences start anew after so many updates, each of the lengths up to there is asked for, as one is made at a
    // time. Those are no reason to record them: as soon as the whole length is recorded nobody asks for a rest any more.
    const isRest = asked[0] === oneMore
    const isLikely =
      plan.updates === 1 ||
      plan.updates === bestPerCall(plan.network, timeSteps, updatesLeft) ||
      (!isRest && asked.includes(key))
    asked = [key, ...asked].slice(0, REMEMBERED)
    if (!isRest) wanted = [key, ...wanted].slice(0, FORGOTTEN_AFTER)
    return { key, isLikely }
  }

  /** What was begun ahead of these updates, if they are the very same. */
  function takenAhead(key: string, args: UpdateArguments): Begun<ConsecutiveUpdates> | null {
    if (ahead?.key !== key || !isSame(ahead.args, args)) return null
    const { run } = ahead
    ahead = null
    return run
  }

  /** Updates by their recording; null where there is none, or it cannot be run. */
  function replayed(key: string, args: UpdateArguments): ConsecutiveUpdates | null {
    try {
      return takenAhead(key, args)?.take() ?? recordings.use(key)?.run(...args) ?? null
    } catch (error) {
      recordings.drop(key)
      if (ahead?.key === key) dropAhead()
      refuse(error)
      return null
    }
  }

  return {
    update: (plan, ...args) => {
      asking = null
      return replayed(keyOf(formOf(plan, args[0], args[1])), args) ?? consecutiveUpdates(plan, ...args)
    },
    updatesPerCall: bestPerCall,
    admit: (form, example, updatesLeft) => {
      const { updates } = form.plan
      const keyFor = (count: number) => keyOf({ ...form, plan: { ...form.plan, updates: count } })
      const key = keyFor(updates)
      // Asked again before any was made, it is the same call.
      asking = asking?.key === key ? asking : newlyAsked(key, keyFor(updates + 1), form, updatesLeft)
      const { isLikely } = asking
      // One update is what is made meanwhile.
      if (job && job.key !== keyFor(1) && !wanted.includes(job.key)) abandonJob()
      if (recordings.has(key)) return updates
      if (!job && !impossible && isLikely && updatesLeft >= WORTH_RECORDING) begin(key, form, example())
      return 1
    },
    isPreparing: () => job !== null,
    // While another thread makes updates there is none for a piece that is long.
    canPrepare: () => job !== null && ((job.waitsFor ?? ahead?.run)?.isDone() ?? true),
    isAhead: () => ahead !== null,
    isElsewhere: () => isEnding() || [ahead?.run, job?.waitsFor].some((begun) => begun && !begun.isDone()),
    prepare: () => {
      if (!job) return
      try {
        const piece = job.pieces.next()
        job.waitsFor = piece.done ? null : (piece.value ?? null)
        if (!piece.done) return
        recordings.keep(job.key, piece.value)
      } catch (error) {
        refuse(error)
      }
      abandonJob()
    },
    isReady: (form, args, updatesLeft) => {
      awaited = null
      const key = keyOf(form)
      const recorded = recordings.use(key)
      if (!isLong(form, recorded ? 'recorded' : 'eager')) {
        dropAhead()
        return true
      }
      if (!recorded) {
        dropAhead()
        const isWaited = !impossible && job !== null && updatesLeft >= WORTH_RECORDING
        if (!isWaited || form.plan.updates > 1) return true
        awaited = key
        return false
      }
      if (ahead && !ahead.run.isDone()) return false
      const own = args()
      if (ahead?.key === key && isSame(ahead.args, own)) return true
      dropAhead()
      // A recording of ours will be done, as will what is not wanted any more; for what somebody else has begun nobody waits.
      if (!canBegin()) return !job?.waitsFor && !isEnding()
      try {
        ahead = { key, args: own, run: recorded.begin(...own) }
        return false
      } catch {
        // No thread for it: whoever makes it now hears why, if there is more to it.
        return true
      }
    },
    abandon,
    hope: () => {
      impossible = false
    },
    dispose: () => {
      abandon()
      recordings.dispose()
    },
  }
}

/** The eager engine has nothing to get ready for. */
export const eagerAtOnce: PatientEngine = {
  ...eagerEngine,
  isPreparing: () => false,
  prepare: () => {},
  canPrepare: () => false,
  isAhead: () => false,
  isElsewhere: () => false,
  abandon: () => {},
  hope: () => {},
}

/** Whether these are the very same, not only equal. */
function isSame(a: UpdateArguments, b: UpdateArguments): boolean {
  return a.every((each, i) => each === b[i])
}

function leaves([state, windows, schedules]: UpdateArguments): Tensor[] {
  return [state.parameters, ...state.slots, ...state.states.flat(), ...tensorsOf(windows), schedules]
}

function tensorsOf({ inputs, targets, mask }: UpdateArguments[1]): Tensor[] {
  return mask ? [inputs, targets, mask] : [inputs, targets]
}

/** The same arrangement of other tensors with the same numbers, which are not copied; kept beyond the tidy around. */
function copied([state, windows, schedules]: UpdateArguments): UpdateArguments {
  const copy = <T extends Tensor>(tensor: T): T => tf.keep(tensor.clone() as T)
  return [
    {
      parameters: copy(state.parameters),
      slots: state.slots.map(copy),
      states: state.states.map((ofLayers) => ofLayers.map(copy)),
    },
    {
      inputs: copy(windows.inputs),
      targets: copy(windows.targets),
      ...(windows.mask && { mask: copy(windows.mask) }),
    },
    copy(schedules),
  ]
}
