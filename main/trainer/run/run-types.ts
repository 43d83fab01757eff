import type { Result } from '@contract/result'
import type { Forecast, ForecastFrom } from '@contract/run/forecast'
import type { PauseRule } from '@contract/run/pausing/pause-rules'
import type { RunDescription, RunState } from '@contract/run/run'
import type { OpenedSource } from '../data/open-source'
import type { Window } from '../data/source/window'
import type { ArrayOf } from '../network/shape/named-arrays'
import type { Clock } from '../system/clock'
import type { PatientEngine } from '../training/engine/patient-engine'
import type { Snapshot } from '../training/snapshot/snapshot'
import type { Checkpoint } from '../weights/checkpoint/checkpoint'
import type { Emit } from './emit'
import type { FuturesDesk } from './futures/futures-desk'
import type { InsideDesk } from './inside/inside-desk'
import type { Best } from './judging/evaluations'
import type { Moments } from './moments/moments'
import type { Pacer } from './pacer'
import type { PartDesk } from './parts/part-desk'
import type { Speedometer } from './speedometer'
import type { UpdateStream } from './update-stream'
import type { Changes } from './updating/changes'

/** What a run works with; the trainer lends the same to one run after another. */
export type RunTools = {
  readonly clock: Clock
  readonly emit: Emit
  readonly pacer: Pacer
  readonly stream: UpdateStream
  readonly speedometer: Speedometer
  /** What updates are made with; asked before each, so that it may change between two. */
  readonly engine: () => PatientEngine
  /** When a run is to pause by itself; asked after every update. */
  readonly pauseRules: () => readonly PauseRule[]
  /** Whether anybody may go back in a run: else nothing is kept, told or recorded for that. */
  readonly goesBack: boolean
}

/** A window that an update was made on, and the states that went into it. */
export type LastWindow = Window & {
  /** Each [layer, batch, hidden]. */
  readonly states: readonly ArrayOf[]
}

/** One training, from its initial weights on: it is started, paused and changed between two updates. */
export type Run = Changes & {
  readonly description: RunDescription
  readonly state: () => RunState
  /** @param to updates at which it pauses by itself, where that is before its goal */
  readonly start: (to?: number) => Result<void>
  /** Starts to there at full speed, whatever the pace is and past all pause rules. */
  readonly hurry: (to: number) => Result<void>
  readonly pause: () => Result<void>
  /** Makes one update and pauses. */
  readonly step: () => Result<void>
  /** Other rules are in force, or the same anew. */
  readonly pauseRulesChanged: () => void
  /** The pace has changed, or the page has caught up: looks again when the next update is due. */
  readonly reschedule: () => void
  readonly snapshot: () => Snapshot
  /** Null before the first update; also after going on from a checkpoint, which does not hold it. */
  readonly lastWindow: () => LastWindow | null
  readonly initial: Snapshot
  /** What it learns from. */
  readonly source: OpenedSource
  /** Null without a validation part, and before the first evaluation. */
  readonly best: () => Best | null
  /** See `Judge`. */
  readonly forecast: (from: ForecastFrom) => Promise<Result<Forecast>>
  /** See `Moments`, for the next `PartDesk`, and for `futures` `FuturesDesk`. */
  readonly moment: Moments['at']
  readonly partPredictions: PartDesk['predict']
  /** See `InsideDesk`. */
  readonly inside: InsideDesk['tell']
  readonly callOffMoment: Moments['callOff']
  readonly futures: FuturesDesk['of']
  readonly keyframesUpTo: Moments['keyframesUpTo']
  readonly nearestKeyframe: Moments['nearest']
  /** All to go on from where it stands now, as copies. */
  readonly checkpoint: () => Checkpoint
  readonly chosenKeyframes: Moments['chosenKeyframes']
  /** What it would have told of itself after an update; fails as `moment` does. */
  readonly checkpointAt: (update: number) => Promise<Result<Checkpoint>>
  /** Ends the run, which tells its last updates and where it stands, and gives its tensors back. */
  readonly dispose: () => void
}
