import { type Compiled, compile } from '../graph/compile'
import { CELL_SHAPES } from '../network/cell-shapes'
import { isInHalves } from '../network/halves'
import { batchOf } from '../network/network'
import type { NetworkSpec } from '../network/network-spec'
import type { Tensor1D } from '../tensorflow'
import {
  type ConsecutivePlan,
  type ConsecutiveUpdates,
  consecutiveUpdates,
  type WindowRows,
} from './consecutive-updates'
import type { TrainingState } from './update'

/** Makes updates; which engine does it changes the speed, not the numbers (but for float32 rounding). */
export type Engine = {
  /** The results belong to the caller, or to the tidy around the call. */
  readonly update: typeof consecutiveUpdates
  /** How many updates to make in one call when speed is all that counts, for windows of so many time steps. */
  readonly updatesPerCall: (network: NetworkSpec, timeSteps: number, updatesLeft: number) => number
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
/**
 * Time steps of a layer of the simple RNN in one recording: the graph grows with them, and with it the time it takes
 * to record. A time step of a cell with gates takes about twice as many native calls.
 */
const MOST_TIME_STEPS = 320
/** A recording of many updates pays off from about so many on. */
const WORTH_RECORDING = 200

type Recorded = Compiled<[TrainingState, WindowRows, Tensor1D], ConsecutiveUpdates>

/**
 * Records the updates once for each form that it meets (the plan, updates in a call, sequences, window length) and
 * replays them as one native call. Settings that are numbers come in with the schedules and need no new recording.
 */
export function createCompiledEngine(): Engine {
  const recordings = new Map<string, Recorded>()

  function recordingFor(
    plan: ConsecutivePlan,
    state: TrainingState,
    windows: WindowRows,
    schedules: Tensor1D,
  ): Recorded {
    const batch = batchOf(state.states)
    const key = JSON.stringify([plan, windows.inputs.shape, batch])
    const known = recordings.get(key)
    const recorded =
      known ??
      compile<[TrainingState, WindowRows, Tensor1D], ConsecutiveUpdates>(
        (...args) => consecutiveUpdates(plan, ...args),
        [state, windows, schedules],
        isInHalves(plan.network, batch) ? 'several' : 'one',
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
    update: (plan, state, windows, schedules) =>
      recordingFor(plan, state, windows, schedules).run(state, windows, schedules),
    updatesPerCall: ({ cell, layers }, timeSteps, updatesLeft) => {
      const size = timeSteps * layers * (CELL_SHAPES[cell].gates > 1 ? 2 : 1)
      const most = Math.min(MOST_PER_CALL, Math.floor(MOST_TIME_STEPS / size))
      return updatesLeft >= WORTH_RECORDING && most > 1 ? most : 1
    },
    dispose: () => {
      for (const { dispose } of recordings.values()) dispose()
      recordings.clear()
    },
  }
}
