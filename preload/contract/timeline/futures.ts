import type { RunId } from '../run-id'
import type { Settings } from '../settings/run-config'
import type { DecidingName } from './settings-events'

/** Updates that a future has at most. */
export const MOST_FUTURE_UPDATES = 60
/** Choices that futures are made for at a time at most. */
export const MOST_FUTURES = 5

/** What might be chosen before a run's next update; what is not named stays as it is. */
export type FutureChoice = {
  readonly settings: Partial<Pick<Settings, DecidingName>>
  /** Whether the state that goes into that update is wiped. */
  readonly wiped: boolean
}

/** What a run would do after each of some choices. */
export type FuturesFrom = {
  readonly runId: RunId
  /** The update that the choices come after; null for where the run stands now. */
  readonly update: number | null
  readonly choices: readonly FutureChoice[]
  /** Updates that are wanted of each: from 1 to `MOST_FUTURE_UPDATES`. */
  readonly updates: number
}

/** The updates that a run would make after a choice: to the last bit those that it makes when that is chosen. */
export type Future = {
  /** Mean squared error of each window, before its update. */
  readonly losses: Float32Array
  /** Time steps of each window. */
  readonly lengths: Uint32Array
  /** Place of each window's first time step on the run's axis, and distance between two. */
  readonly starts: Float64Array
  readonly steps: Float64Array
  /** [time step, output], of one window after the other, in the columns' own units. */
  readonly predictions: Float32Array
  /** Whether the update after these could not be made, as a number of it is not finite. */
  readonly isBroken: boolean
}

/** Some futures of a run, in the order of the choices. */
export type Futures = {
  readonly runId: RunId
  /** The last update that all of them have in common. */
  readonly update: number
  /** Updates that there was time for, each: from 1. A future that breaks has fewer. */
  readonly updates: number
  readonly futures: readonly Future[]
}
