import type { ExperimentRequests } from '@contract/wire/experiment-requests'
import type { Experiments } from '../experiments/experiments'
import type { TrainerHost } from '../host/trainer-host'
import type { Routes } from '../wire/ipc'

/** What the requests about experiments go through. */
export type ExperimentEnds = {
  readonly host: Pick<TrainerHost, 'ask'>
  readonly experiments: Experiments
}

/** The requests about experiments: main's own, but for the run that the trainer opens. */
export function createExperimentRoutes({
  host,
  experiments,
}: ExperimentEnds): Pick<Routes, keyof ExperimentRequests> {
  return {
    estimateExperiment: experiments.estimate,
    startExperiment: experiments.start,
    stopExperiment: experiments.stop,
    resumeExperiment: experiments.resume,
    deleteExperiment: experiments.remove,
    restoreExperiment: experiments.restore,
    experimentRuns: experiments.runs,
    openExperimentRun: (id, index, update) => experiments.open(id, index, update, host.ask),
    warmWorkers: experiments.warm,
  }
}
