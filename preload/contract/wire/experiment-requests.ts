import type {
  ExperimentEstimate,
  ExperimentId,
  ExperimentPlan,
  ExperimentRun,
  ExperimentSummary,
} from '../experiment/experiment'
import type { Result } from '../result'

/** What the page may ask of experiments. They are main's: workers of its own make their runs beside the trainer. */
export type ExperimentRequests = {
  /** Makes one run of a plan, and says what all would take. A newer request, or the start of an experiment, calls it off. */
  estimateExperiment: (plan: ExperimentPlan) => Result<ExperimentEstimate>
  /** Keeps a plan, and begins to make its runs; `id` of the new experiment. */
  startExperiment: (plan: ExperimentPlan) => Result<ExperimentId>
  /** Makes no more runs of it: what is made stays, what is under way is given up. */
  stopExperiment: (id: ExperimentId) => Result<void>
  /** Makes what is missing, those that failed too. */
  resumeExperiment: (id: ExperimentId) => Result<void>
  /** Lists an experiment no more, and stops it; it can be had back until it is forgotten. */
  deleteExperiment: (id: ExperimentId) => Result<void>
  restoreExperiment: (id: ExperimentId) => Result<void>
  /** Some of the runs that are made, by their order of being made, from `from` on: as many as are handed over at a time. */
  experimentRuns: (id: ExperimentId, from: number) => Result<readonly ExperimentRun[]>
  /**
   * Opens a run of an experiment as the present one, which is set aside: makes it again, at full speed and to the bit, and pauses
   * after an update of it.
   */
  openExperimentRun: (id: ExperimentId, index: number, update: number) => Result<void>
  /** The page shows what may start an experiment: workers are made ready for these settings. */
  warmWorkers: (plan: ExperimentPlan) => void
}

/** What the page is told of experiments. */
export type ExperimentEvents = {
  /** Experiments have come, gone, or are at another phase: newest first. */
  experimentsChanged: readonly ExperimentSummary[]
  /** Runs were made, some at a time, at most ten times a second. */
  experimentRunsMade: {
    readonly id: ExperimentId
    readonly runs: readonly ExperimentRun[]
    /** Runs of it that are made by now, with these. */
    readonly made: number
  }
}
