import type { BestUpdate } from '../run/run'
import type { RunConfig, Settings } from '../settings/run-config'
import type { SettingName } from '../settings/setting'

/** What an experiment is known by, as long as it is kept. */
export type ExperimentId = string

/** The settings that an experiment may vary: the seed of the weights has its own place. */
export type VariedName = Exclude<SettingName, 'seed'>

/** A setting that differs from cell to cell, and its values in order. */
export type Varied<Name extends VariedName = VariedName> = {
  readonly setting: Name
  readonly values: readonly Settings[Name][]
}

/** Seeds of the initial weights: consecutive, from `first` on. */
export type Seeds = { readonly first: number; readonly count: number }

/**
 * Many runs that belong together. `seeds`: one setting, many initial weights. `sweep`: every value of one setting, or every pair
 * of two, each with all seeds. `race`: a few settings side by side from one seed, whose predictions are kept as well.
 */
export type ExperimentPlan =
  | { readonly kind: 'seeds'; readonly base: RunConfig; readonly seeds: Seeds }
  | {
      readonly kind: 'sweep'
      readonly base: RunConfig
      readonly varied: readonly [Varied] | readonly [Varied, Varied]
      readonly seeds: Seeds
    }
  | { readonly kind: 'race'; readonly lanes: readonly RunConfig[] }

/**
 * `running`: its runs are being made, or wait for a worker. `stopped`: a person has stopped it, or the app ended; it can be
 * resumed. `finished`: all its runs are made.
 */
export type ExperimentPhase = 'running' | 'stopped' | 'finished'

/** What a person needs to know an experiment again, and how far it is. */
export type ExperimentSummary = {
  readonly id: ExperimentId
  readonly plan: ExperimentPlan
  readonly phase: ExperimentPhase
  /** Runs that have come to an end, with those that diverged, were left out, or failed; never fewer than before. */
  readonly made: number
  /** Of these, those that no worker could make; fewer again when they are made after all. */
  readonly failed: number
  /** What its files take on the disk. */
  readonly bytes: number
  /** When it was begun by the clock on the wall, in milliseconds since 1970: for people, never to reckon with. */
  readonly begunAt: number
}

/**
 * How a run of an experiment came to its end. `skipped`: it was not made, as the first runs of its cell had diverged, see
 * `SKIPPED_AFTER`. `failed`: it ended its worker, time and again.
 */
export type ExperimentRunEnd = 'goal' | 'patience' | 'diverged' | 'skipped' | 'failed'

/** A run of an experiment: what is kept of it. It is equal to the bit to the same run made alone. */
export type ExperimentRun = {
  /** Its place in the plan, see `configOfRun`. */
  readonly index: number
  readonly end: ExperimentRunEnd
  /** Updates that it made: those before the one that broke it. */
  readonly updates: number
  /** Which updates the losses are of: update 1, 1 + stride, …, and the last one. Stride 1 up to `MOST_LOSSES` updates. */
  readonly stride: number
  /** Mean squared error of each of those windows, before its update. */
  readonly losses: Float32Array
  /**
   * Of the weights after each of those updates, or, where some are left out, of the newest that were evaluated since the one before;
   * NaN where none were, empty where the run has no validation part.
   */
  readonly validationLosses: Float32Array
  /** Of the last update, and the least of all updates; null where none was made. */
  readonly lastLoss: number | null
  readonly bestLoss: number | null
  /** The update after which the validation loss was lowest, of all updates; null without one. */
  readonly best: BestUpdate | null
  /** Validation loss of the last weights, also where the run itself did not evaluate them; null without a validation part. */
  readonly validationLoss: number | null
  /** Mean squared error of the best rival on the validation part, in the network's units; null where there is none. */
  readonly rivalLoss: number | null
  /** Seconds that the updates took in their worker, with their evaluations; without recordings, which many runs share. */
  readonly seconds: number
  /** What was shown at some updates: of a race many, else that of the last update alone. In order. */
  readonly shown: readonly ShownWindow[]
}

/** The window of an update, as the prediction chart shows it. */
export type ShownWindow = {
  readonly update: number
  /** Seconds since the run began, counted as its `seconds`: from one update to the next it only grows. */
  readonly at: number
  /** Place of its first time step on the run's axis, and distance between two. */
  readonly start: number
  readonly step: number
  /** [time step, output], in the columns' own units; targets NaN where one is missing. */
  readonly targets: Float32Array
  readonly predictions: Float32Array
}

/** What an experiment will take, by one of its runs that was made for it. */
export type ExperimentEstimate = {
  readonly runs: number
  /** Seconds of that one run. */
  readonly secondsPerRun: number
  /** Workers that would make the runs now. */
  readonly workers: number
  /** Of the whole experiment. */
  readonly seconds: number
  readonly bytes: number
}
