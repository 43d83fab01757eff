import type { ArrayOf } from '../network/shape/named-arrays'
import { tf } from '../tensorflow'
import type { Call } from './call'
import { downloadedStates } from './training-state'
import { consecutiveUpdates } from './update/consecutive-updates'
import type { TrainingState } from './update/update'
import { rowsOf } from './update/window-rows'

/** The updates that were made together last, and where they began: enough to make them again. */
export type LastCall = Call & {
  /** With the states that were really used: zero for a sequence that started anew. */
  readonly before: TrainingState
}

/**
 * The states that went into the last of these windows. An engine tells only those after it, as they are asked for
 * seldom: the updates before the last are made once more, eagerly, so that training pays nothing for it.
 */
export function statesIntoLast(
  { before, plan, windows, schedules }: LastCall,
  batch: number,
): readonly ArrayOf[] {
  const updates = windows.length - 1
  let states: readonly ArrayOf[] = []
  tf.tidy(() => {
    const earlier = () => {
      const numbers = schedules.slice(0, (schedules.length / windows.length) * updates)
      const rows = rowsOf(windows.slice(0, updates), batch, plan.network)
      return consecutiveUpdates({ ...plan, updates }, before, rows, tf.tensor1d(numbers)).state
    }
    states = downloadedStates(updates === 0 || plan.freezeState ? before : earlier())
  })
  if (plan.carryState) return states
  return states.map(({ shape, values }) => ({ shape, values: new Float32Array(values.length) }))
}
