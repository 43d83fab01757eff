import { tf } from '../../tensorflow'
import { withoutStates } from './consecutive-updates'
import type { TrainingState } from './update'
import type { TrainingWindow } from './window-rows'

/** Whether a sequence of a window starts anew, although states are carried. */
function isBreak({ continues }: Pick<TrainingWindow, 'continues'>): boolean {
  return continues?.includes(0) ?? false
}

/**
 * How many of these windows one call can make updates on: a sequence may start anew in the first alone, as the states
 * between those of a call are the network's own, and a window with touches is by itself. From 1.
 *
 * @param carryState where states are not carried, all start anew
 */
export function untilNextBreak(windows: readonly TrainingWindow[], carryState: boolean): number {
  if (windows[0]?.touches) return 1
  const next = windows.findIndex((window, i) => i > 0 && (window.touches || (carryState && isBreak(window))))
  return next < 0 ? windows.length : next
}

/** The states once more, sharing their numbers: each can be given back by itself. */
export function cloned({ states }: Pick<TrainingState, 'states'>): TrainingState['states'] {
  return states.map((ofLayers) => ofLayers.map((each) => tf.clone(each)))
}

/** All of a training once more, in the same way. */
export function clonedState(state: TrainingState): TrainingState {
  const { parameters, slots } = state
  return {
    parameters: tf.clone(parameters),
    slots: slots.map((slot) => tf.clone(slot)),
    states: cloned(state),
  }
}

/**
 * The state that the first of some windows starts from: that of its sequences which do not go on is zero. It is the very
 * same state where all go on; else its states are new tensors, the rest is shared.
 */
export function stateInto(state: TrainingState, { continues }: TrainingWindow): TrainingState {
  if (!continues || !isBreak({ continues })) return state
  // Also of a state that has become infinite.
  if (!continues.includes(1)) return withoutStates(state)
  const kept = tf.tensor2d(Float32Array.from(continues), [continues.length, 1])
  return { ...state, states: state.states.map((ofLayers) => ofLayers.map((each) => tf.mul(each, kept))) }
}
