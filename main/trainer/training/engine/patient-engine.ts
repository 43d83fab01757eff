import { type Compiled, compileInPieces } from '../../graph/compile'
import { type Tensor, tf } from '../../tensorflow'
import { type ConsecutiveUpdates, consecutiveUpdates } from '../update/consecutive-updates'
import { bestPerCall, type Engine, eagerEngine, formOf, toCompile } from './engine'
import { createRecordings, type Form, keyOf, type UpdateArguments, whyNot } from './recordings'

/** A recording pays off for a form of one update when so many of them are to come; for larger forms see `bestPerCall`. */
const WORTH_RECORDING = 5
/** Calls after which a form that nobody asked for again is recorded no further. */
const FORGOTTEN_AFTER = 8
/** Calls in which a length comes again where sequences start anew at equal distances, and more. */
const REMEMBERED = 32

/**
 * The compiled engine for whoever must be heard meanwhile: it records in pieces, between updates that are made with what
 * there is. The numbers do not tell when a recording was ready: those of both engines are equal to the last bit.
 */
export type PatientEngine = Engine & {
  /** Whether a recording is under way. */
  readonly isPreparing: () => boolean
  /** Does the next piece of it. */
  readonly prepare: () => void
  /** Gives up what is under way. */
  readonly abandon: () => void
  /** Tries to record again, after it was impossible. */
  readonly hope: () => void
}

/** A recording under way. */
type Job = {
  readonly key: string
  readonly pieces: Generator<void, Compiled<UpdateArguments, ConsecutiveUpdates>, void>
  /** Held until the end. */
  readonly example: UpdateArguments
}

/** @param onImpossible told once, in the words of `whyNot`, when nothing can be recorded; then all goes on eagerly */
export function createPatientEngine(onImpossible: (why: string) => void): PatientEngine {
  const recordings = createRecordings()
  let job: Job | null = null
  let impossible = false
  /** The forms that were asked for last, the newest first: all of them, and without rests. */
  let asked: readonly string[] = []
  let wanted: readonly string[] = []

  function abandon() {
    if (!job) return
    const { pieces, example } = job
    job = null
    pieces.return(undefined as never)
    tf.dispose(leaves(example))
  }

  function begin(key: string, form: Form, made: UpdateArguments) {
    // Tensors of our own, over the same numbers: those that we are shown go with the next update.
    const example = tf.tidy(() => copied(made))
    const [updates, ...how] = toCompile(form)
    job = { key, example, pieces: compileInPieces(updates, example, ...how) }
  }

  return {
    update: (plan, ...args) => {
      const known = recordings.use(keyOf(formOf(plan, args[0], args[1])))
      return known ? known.run(...args) : consecutiveUpdates(plan, ...args)
    },
    updatesPerCall: bestPerCall,
    admit: (form, example, updatesLeft) => {
      const { updates } = form.plan
      const keyFor = (count: number) => keyOf({ ...form, plan: { ...form.plan, updates: count } })
      const key = keyFor(updates)
      // Where sequences start anew after so many updates, each of the lengths up to there is asked for, as one is made at a
      // time. Those are no reason to record them: as soon as the whole length is recorded nobody asks for a rest any more.
      const isRest = asked[0] === keyFor(updates + 1)
      const isLikely =
        updates === 1 ||
        updates === bestPerCall(form.plan.network, form.timeSteps, updatesLeft) ||
        (!isRest && asked.includes(key))
      asked = [key, ...asked].slice(0, REMEMBERED)
      if (!isRest) wanted = [key, ...wanted].slice(0, FORGOTTEN_AFTER)
      // One update is what is made meanwhile.
      if (job && job.key !== keyFor(1) && !wanted.includes(job.key)) abandon()
      if (recordings.has(key)) return updates
      if (!job && !impossible && isLikely && updatesLeft >= WORTH_RECORDING) begin(key, form, example())
      return 1
    },
    isPreparing: () => job !== null,
    prepare: () => {
      if (!job) return
      try {
        const piece = job.pieces.next()
        if (!piece.done) return
        recordings.keep(job.key, piece.value)
      } catch (error) {
        impossible = true
        onImpossible(whyNot(error))
      }
      abandon()
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
  abandon: () => {},
  hope: () => {},
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
