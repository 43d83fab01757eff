import type {
  ExperimentEstimate,
  ExperimentId,
  ExperimentPlan,
  ExperimentRun,
  ExperimentSummary,
} from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import type { ExperimentForm } from './experiment-form'

/** How far an experiment was, in seconds of a clock that only goes on. */
type Pace = { readonly at: number; readonly made: number }

/** What an experiment would take: not asked for, being measured, or known of one plan (as `JSON.stringify` has it). */
export type EstimateStage =
  | { readonly kind: 'none' }
  | { readonly kind: 'measuring'; readonly plan: string }
  | { readonly kind: 'known'; readonly plan: string; readonly estimate: ExperimentEstimate }
  | { readonly kind: 'failed'; readonly plan: string; readonly problem: Text }

/** The plans that are shown by their runs alone. */
export type SeedsPlan = Extract<ExperimentPlan, { kind: 'seeds' }>
export type SweepPlan = Extract<ExperimentPlan, { kind: 'sweep' }>

/** By which loss runs are compared: that of the last update, or that of the last weights on the validation part. */
export type Measure = 'loss' | 'validation'

/** Experiments of many runs. Their runs are here as long as one is looked at. */
export type ExperimentsSlice = {
  /** Newest first. */
  readonly experiments: readonly ExperimentSummary[]
  /** The one that was chosen; see `shownExperiment`. */
  readonly chosenExperiment: ExperimentId | null
  /** Whether the view of experiments is seen: then the runs of the shown one are fetched. */
  readonly looksAtExperiments: boolean
  /** The experiment that `experimentRuns` are of. */
  readonly runsOf: ExperimentId | null
  /** Runs of it, in the order in which they were made, without a gap from the first on. */
  readonly experimentRuns: readonly ExperimentRun[]
  /** How far experiments were when the page first heard of it, and last: for the time that is left. */
  readonly experimentPaces: ReadonlyMap<ExperimentId, { readonly first: Pace; readonly last: Pace }>
  /** What is typed of a new experiment. */
  readonly experimentForm: ExperimentForm
  /** Whether the form of a new experiment was opened, or closed; null: by whether there is any. */
  readonly experimentFormOpen: boolean | null
  readonly experimentEstimate: EstimateStage
  /** The measure that was chosen; see `shownMeasure`. */
  readonly measure: Measure | null
  /** Those that were just deleted, and can be had back. */
  readonly deletedExperiments: readonly ExperimentSummary[]
  readonly experimentsChanged: (experiments: readonly ExperimentSummary[]) => void
  readonly chooseExperiment: (id: ExperimentId | null) => void
  readonly lookAtExperiments: (looks: boolean) => void
  /**
   * Takes in runs of an experiment, of which `from` were made before; those beyond a gap change nothing, and one that is made
   * again takes its own place.
   *
   * @param now seconds of a clock that only goes on; null: this says nothing of how fast runs are made
   */
  readonly experimentRunsArrived: (
    id: ExperimentId,
    from: number,
    runs: readonly ExperimentRun[],
    now: number | null,
  ) => void
  /** Forgets the runs of the last one, for those of this one. */
  readonly beginExperimentRuns: (id: ExperimentId | null) => void
  readonly editExperiment: (form: ExperimentForm) => void
  readonly openExperimentForm: (open: boolean) => void
  readonly estimateMoved: (stage: EstimateStage) => void
  readonly measureBy: (measure: Measure) => void
  readonly experimentsDeleted: (deleted: readonly ExperimentSummary[]) => void
}
