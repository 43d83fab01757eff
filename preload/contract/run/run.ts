import type { SourceFacts } from '../data/source-facts'
import type { RunId } from '../run-id'
import type { RunConfig } from '../settings/run-config'
import type { MomentId } from '../timeline/moment'
import type { PlannedChange } from '../timeline/planned-changes'
import type { SettingsEvent } from '../timeline/settings-events'
import type { Loaded } from './load-notes'
import type { PauseReason } from './pausing/pause-rules'

/**
 * `ready`: no update yet. `paused`: stopped between two updates. `finished`: the goal is reached.
 * `diverged`: the loss stopped being a finite number; only a reset or other weights help.
 */
export type RunPhase = 'ready' | 'training' | 'paused' | 'finished' | 'diverged'

/** The end of a run by a number that is not finite. */
export type Breakdown = {
  /** The update that could not be made: every one before it was. */
  readonly update: number
  /** The first of its numbers that was not finite. */
  readonly what: 'loss' | 'gradient' | 'weights'
  /** The first parameter whose gradient or new value it was, by PyTorch's name; null of the loss, and where it is not known. */
  readonly tensor: string | null
}

/** Where a run's initial weights come from. */
export type RunOrigin =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'file'; readonly name: string }
  /** The weights of another run as they were after its best update. */
  | { readonly kind: 'best'; readonly update: number }

export type ParameterDescription = {
  /** PyTorch's name, as in the weight file: `rnn.weight_ih_l0`. */
  readonly name: string
  readonly shape: readonly number[]
}

/** Why a run is finished: it has reached its goal, or had no better validation loss for as many updates as its patience. */
export type RunEnd = 'goal' | 'patience'

/** The update after which the validation loss was lowest. */
export type BestUpdate = { readonly update: number; readonly loss: number }

/** What does not change in a run: sent once, when it is opened. */
export type RunDescription = {
  readonly id: RunId
  readonly origin: RunOrigin
  /** The model in words: `RNN(1 → 32) → Linear(32 → 1)`. */
  readonly summary: string
  readonly parameters: readonly ParameterDescription[]
  readonly parameterCount: number
  /** Updates its weights had seen when it was opened: 0, or what the weight file says. */
  readonly updatesBefore: number
  /** What it learns from. */
  readonly facts: SourceFacts
  /** The moment of another run that it goes on from; null for a run of its own. Up to there both have the same curves. */
  readonly branch: MomentId | null
}

/** What changes in a run between updates. */
export type RunState = {
  readonly id: RunId
  readonly phase: RunPhase
  /** Updates that the weights have seen in all. */
  readonly updatesDone: number
  /** The run finishes when `updatesDone` reaches this. */
  readonly goal: number
  /** The settings in force. */
  readonly config: RunConfig
  /** Where and why the run broke; null in every phase but `diverged`. */
  readonly broke: Breakdown | null
  /** Why it is finished; null in every phase but `finished`. */
  readonly endedBy: RunEnd | null
  /** Why it paused by itself; null in every phase but `paused`, and where a person paused it. */
  readonly pausedBy: PauseReason | null
  /** Null without a validation part, and before the first evaluation. Its weights are kept: `loadBest` opens a run with them. */
  readonly best: BestUpdate | null
  /** What was changed in it, in the order of the updates. */
  readonly events: readonly SettingsEvent[]
  /** What will be changed in it by itself, in the order of the updates: a run that is computed again has what came later yet to come. */
  readonly planned: readonly PlannedChange[]
  /**
   * Whether a run may be silent for long: its first update since it was started, or the one that was asked for, is not
   * made yet, or a graph is being recorded for the updates to come.
   */
  readonly preparing: boolean
}

/**
 * Consecutive updates of one run, in order. Update `firstUpdate + i` (the first of a run is 1) has
 * `lengths[i]` time steps; those of all updates follow each other in the three long arrays. Where each stands on the
 * run's axis (`facts.axis`) is told exactly and once for a window: time step j of update i is at `starts[i] + j · steps[i]`.
 */
export type UpdateBatch = {
  readonly runId: RunId
  readonly firstUpdate: number
  /** Mean squared error of each window, before its update. */
  readonly losses: Float32Array
  /** Global norm of each gradient, before it was clipped. */
  readonly gradientNorms: Float32Array
  /**
   * Mean squared error over the validation part, or a fixed sample of it where it is long, of the weights after each update:
   * those that the loss of the next update is of. NaN where it was not evaluated.
   */
  readonly validationLosses: Float32Array
  readonly lengths: Uint32Array
  /** Place of each window's first time step, in the axis' unit. */
  readonly starts: Float64Array
  /** Distance between two time steps of each window, in the axis' unit. */
  readonly steps: Float64Array
  /** Numbers that the network says at each time step, from 1 to 16. */
  readonly outputs: number
  /** The first input column, in its own unit: [time step]. */
  readonly inputs: Float32Array
  /** [time step, output], in the columns' own units; NaN where a target is missing. */
  readonly targets: Float32Array
  /** [time step, output], from before the update, or from after it where the settings say so. */
  readonly predictions: Float32Array
  /** Measured over about the last second; 0 while there is nothing to measure. */
  readonly updatesPerSecond: number
}

/** What is told of a weight file after it was loaded: its name, never its path. */
export type WeightsSummary = Loaded & {
  readonly name: string
  readonly bytes: number
  readonly parameterCount: number
  readonly updatesDone: number
}
