import { tf } from '../tensorflow'
import { type Call, isSameCall } from './call'
import type { UpdateArguments } from './engine/recordings'
import type { TrainingState } from './update/update'

/** A call with the tensors it is made from, and the state of the training that they were drawn from. */
type DrawnCall = { readonly call: Call; readonly args: UpdateArguments; readonly from: TrainingState }

/** The call that a training makes next, drawn before it is made so that it can be made elsewhere: one at a time. */
export type ComingCall = {
  /** The arguments of a call from a state, which are held until it is made, or another is drawn. */
  readonly drawn: (call: Call, from: TrainingState) => UpdateArguments
  /** The same if they are held. */
  readonly held: (call: Call, from: TrainingState) => UpdateArguments | null
  /**
   * Gives back what is held, for a call that is made or is not to be.
   *
   * @param isMade what it started from belongs to the training then
   */
  readonly end: (isMade: boolean) => void
}

/** @param draw makes the arguments: the state among them may be the present one, all else is new */
export function createComingCall(draw: (call: Call) => UpdateArguments): ComingCall {
  let coming: DrawnCall | null = null

  function held(call: Call, from: TrainingState): UpdateArguments | null {
    return coming && coming.from === from && isSameCall(coming.call, call) ? coming.args : null
  }

  function end(isMade: boolean) {
    if (!coming) return
    const { args, from } = coming
    coming = null
    const [start, { inputs, targets, mask }, schedules] = args
    tf.dispose([inputs, targets, mask ?? [], schedules])
    if (isMade) return
    const kept = new Set(tensorsOf(from))
    tf.dispose(tensorsOf(start).filter((tensor) => !kept.has(tensor)))
  }

  return {
    drawn: (call, from) => {
      const known = held(call, from)
      if (known) return known
      end(false)
      const args = tf.tidy(() => draw(call))
      coming = { call, args, from }
      return args
    },
    held,
    end,
  }
}

function tensorsOf({ parameters, slots, states }: TrainingState) {
  return [parameters, ...slots, ...states.flat()]
}
