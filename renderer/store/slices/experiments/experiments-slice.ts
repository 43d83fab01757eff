import type { ExperimentRun } from '@contract/experiment/experiment'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state'
import { EMPTY_EXPERIMENT_FORM } from '../../state/experiments/experiment-form'
import type { ExperimentsSlice } from '../../state/experiments/experiments-state'

/** Runs with others that came after so many: those that were made again take the places of what they were before. */
function withRuns(
  known: readonly ExperimentRun[],
  from: number,
  runs: readonly ExperimentRun[],
): readonly ExperimentRun[] {
  const places = new Map(known.map(({ index }, place) => [index, place]))
  const all = [...known]
  for (const run of runs) {
    const place = places.get(run.index)
    if (place !== undefined) all[place] = run
    else if (from <= known.length) all.push(run)
  }
  return all
}

/** The slice of experiments of many runs. */
export const createExperimentsSlice: StateCreator<AppState, [], [], ExperimentsSlice> = (set) => ({
  experiments: [],
  chosenExperiment: null,
  looksAtExperiments: false,
  runsOf: null,
  experimentRuns: [],
  experimentPaces: new Map(),
  experimentForm: EMPTY_EXPERIMENT_FORM,
  experimentFormOpen: null,
  experimentEstimate: { kind: 'none' },
  measure: null,
  deletedExperiments: [],
  experimentsChanged: (experiments) =>
    set(({ experimentPaces }) => ({
      experiments,
      // One that is stopped is resumed at another pace.
      experimentPaces: new Map(
        [...experimentPaces].filter(([id]) =>
          experiments.some((experiment) => experiment.id === id && experiment.phase === 'running'),
        ),
      ),
    })),
  chooseExperiment: (chosenExperiment) => set({ chosenExperiment }),
  lookAtExperiments: (looksAtExperiments) => set({ looksAtExperiments }),
  experimentRunsArrived: (id, from, runs, now) =>
    set(({ runsOf, experimentRuns, experiments, experimentPaces }) => {
      const made = from + runs.length
      return {
        ...(runsOf === id && { experimentRuns: withRuns(experimentRuns, from, runs) }),
        ...(now !== null && {
          experiments: experiments.map((one) => (one.id === id && one.made < made ? { ...one, made } : one)),
          experimentPaces: new Map(experimentPaces).set(id, {
            first: experimentPaces.get(id)?.first ?? { at: now, made },
            last: { at: now, made },
          }),
        }),
      }
    }),
  beginExperimentRuns: (runsOf) => set({ runsOf, experimentRuns: [] }),
  editExperiment: (experimentForm) => set({ experimentForm }),
  openExperimentForm: (experimentFormOpen) => set({ experimentFormOpen }),
  estimateMoved: (experimentEstimate) => set({ experimentEstimate }),
  measureBy: (measure) => set({ measure }),
  experimentsDeleted: (deletedExperiments) => set({ deletedExperiments }),
})
