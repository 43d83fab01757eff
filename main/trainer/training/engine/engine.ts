import { compile } from '../../graph/compile'
import { isInHalves } from '../../network/halves'
import { batchOf } from '../../network/network'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { NetworkSpec } from '../../network/shape/network-spec'
import { type ConsecutiveUpdates, consecutiveUpdates } from '../update/consecutive-updates'
import { createRecordings, type Form, keyOf, type Recorded, type UpdateArguments, whyNot } from './recordings'

/** Makes updates; which engine does it changes the speed, not the numbers. */
export type Engine = {
  /** The results belong to the caller, or to the tidy around the call. */
  readonly update: typeof consecutiveUpdates
  /** How many updates to make in one call when speed is all that counts, for windows of so many time steps. */
  readonly updatesPerCall: (network: NetworkSpec, timeSteps: number, updatesLeft: number) => number
  /**
   * How many of the updates of a form to make in the coming call: all, or one while the engine gets ready for all.
   *
   * @param example arguments of that form
   * @param updatesLeft that are to be made from now on, if nothing changes
   */
  readonly admit: (form: Form, example: () => UpdateArguments, updatesLeft: number) => number
  /**
   * Whether updates can be made now by `update` without standing still for them. What takes long may be recorded first, and made by
   * another thread. For whoever must be heard meanwhile; `update` makes them in any case.
   *
   * @param args the very ones that `update` will be asked with, which stay alive until then
   * @param updatesLeft as for `admit`, which is asked before
   */
  readonly isReady: (form: Form, args: () => UpdateArguments, updatesLeft: number) => boolean
  /** Gives back what the engine keeps. */
  readonly dispose: () => void
}

/** Runs every op by itself: the reference that the compiled engine is held to. */
export const eagerEngine: Engine = {
  update: consecutiveUpdates,
  updatesPerCall: () => 1,
  admit: ({ plan }) => plan.updates,
  isReady: () => true,
  dispose: () => {},
}

/** Updates in one call when speed counts; more gain nothing and make the page wait. */
const MOST_PER_CALL = 16
/**
 * Time steps of a layer of the simple RNN in one recording: the graph grows with them, and with it the time it takes
 * to record. Of a cell with gates, whose graph does not, half as many: more gain little, and the page waits for a call.
 */
const MOST_TIME_STEPS = 320
/** A recording of many updates pays off from about so many on. */
const WORTH_RECORDING = 200

/** How many updates a compiled engine makes best in one call. */
export function bestPerCall({ cell, layers }: NetworkSpec, timeSteps: number, updatesLeft: number): number {
  const size = timeSteps * layers * (CELL_SHAPES[cell].gates > 1 ? 2 : 1)
  const most = Math.min(MOST_PER_CALL, Math.floor(MOST_TIME_STEPS / size))
  return updatesLeft >= WORTH_RECORDING && most > 1 ? most : 1
}

/** What is to be compiled for a form, by how many threads its graph is run, and that it is a pure function. */
export function toCompile({ plan, batch }: Form) {
  const updates = (...args: UpdateArguments): ConsecutiveUpdates => consecutiveUpdates(plan, ...args)
  return [updates, isInHalves(plan.network, batch) ? 'several' : 'one', 'known'] as const
}

/** The form of updates by their arguments. */
export function formOf(plan: Form['plan'], state: UpdateArguments[0], { inputs }: UpdateArguments[1]): Form {
  const batch = batchOf(state.states)
  return { plan, batch, timeSteps: inputs.shape[0] / plan.updates / batch }
}

/**
 * Records the updates once for each form that it meets (the plan, updates in a call, sequences, window length) and
 * replays them as one native call; the first call of a form waits for its recording. Settings that are numbers come in
 * with the schedules and need no new recording.
 *
 * @param onImpossible told once, in the words of `whyNot`, if nothing can be recorded: then all goes on eagerly; without it
 *   that is thrown
 */
export function createCompiledEngine(onImpossible?: (why: string) => void): Engine {
  const recordings = createRecordings()
  let impossible = false

  function recorded(form: Form, args: UpdateArguments): Recorded | null {
    const known = recordings.use(keyOf(form))
    if (known || impossible) return known ?? null
    const [updates, threads, purity] = toCompile(form)
    try {
      const made = compile<UpdateArguments, ConsecutiveUpdates>(updates, args, threads, purity)
      recordings.keep(keyOf(form), made)
      return made
    } catch (error) {
      if (!onImpossible) throw error
      impossible = true
      onImpossible(whyNot(error))
      return null
    }
  }

  return {
    update: (plan, ...args) =>
      recorded(formOf(plan, args[0], args[1]), args)?.run(...args) ?? consecutiveUpdates(plan, ...args),
    updatesPerCall: bestPerCall,
    admit: ({ plan }) => plan.updates,
    isReady: () => true,
    dispose: recordings.dispose,
  }
}
