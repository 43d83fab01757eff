import { type Compiled, compile } from '../graph/compile'
import type { Tensor2D } from '../tensorflow'
import { type ConsecutiveUpdates, consecutiveUpdates, type WindowStack } from './consecutive-updates'
import type { TrainingState } from './update'

/** Makes updates; which engine does it changes the speed, not the numbers (but for float32 rounding). */
export type Engine = {
  /** The results belong to the caller, or to the tidy around the call. */
  readonly update: typeof consecutiveUpdates
  /** How many updates to make in one call when speed is all that counts, for windows of so many time steps. */
  readonly updatesPerCall: (timeSteps: number, updatesLeft: number) => number
  /** Gives back what the engine keeps. */
  readonly dispose: () => void
}

/** Runs every op by itself: the reference that the compiled engine is held to. */
export const eagerEngine: Engine = {
  update: consecutiveUpdates,
  updatesPerCall: () => 1,
  dispose: () => {},
}

/** Recordings that are kept, the most recently used ones; each is a native graph of some megabytes at most. */
const RECORDINGS = 8
/** Updates in one call when speed counts; more bring nothing and make the page wait. */
const MOST_PER_CALL = 16
/** Time steps in one recording: the graph grows with them, and with it the time it takes to record. */
const MOST_TIME_STEPS = 320
/** A recording of many updates pays off from about so many on. */
const WORTH_RECORDING = 200

type Recorded = Compiled<[TrainingState, WindowStack, Tensor2D], ConsecutiveUpdates>

/**
 * Records the updates once for each form that it meets (updates in a call, window length, size of the network,
 * carried state or not) and replays them as one native call.
 */
export function createCompiledEngine(): Engine {
  const recordings = new Map<string, Recorded>()

  function recordingFor(
    state: TrainingState,
    windows: WindowStack,
    schedules: Tensor2D,
    carryState: boolean,
  ): Recorded {
    const key = JSON.stringify([windows.inputs.shape, state.hidden.shape, carryState])
    const known = recordings.get(key)
    const recorded =
      known ??
      compile<[TrainingState, WindowStack, Tensor2D], ConsecutiveUpdates>(
        (...args) => consecutiveUpdates(...args, carryState),
        [state, windows, schedules],
      )
    // A map keeps the order in which keys were put in: the first is the one not used for longest.
    recordings.delete(key)
    recordings.set(key, recorded)
    for (const [oldest, { dispose }] of recordings) {
      if (recordings.size <= RECORDINGS) break
      dispose()
      recordings.delete(oldest)
    }
    return recorded
  }

  return {
    update: (state, windows, schedules, carryState) =>
      recordingFor(state, windows, schedules, carryState).run(state, windows, schedules),
    updatesPerCall: (timeSteps, updatesLeft) => {
      const most = Math.min(MOST_PER_CALL, Math.floor(MOST_TIME_STEPS / timeSteps))
      return updatesLeft >= WORTH_RECORDING && most > 1 ? most : 1
    },
    dispose: () => {
      for (const { dispose } of recordings.values()) dispose()
      recordings.clear()
    },
  }
}
