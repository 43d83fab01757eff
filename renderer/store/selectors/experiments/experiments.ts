import type { ExperimentPlan, ExperimentRun, ExperimentSummary } from '@contract/experiment/experiment'
import { runCount } from '@contract/experiment/plan-runs'
import type { AppState } from '../../state/app-state'
import { type ReadForm, readForm } from '../../state/experiments/experiment-form'
import type { Measure } from '../../state/experiments/experiments-state'
import { configInForce } from '../selectors'
import { remembered } from './remembered'

/** The experiment that is shown: the chosen one, as long as it is there, else the newest. */
export function shownExperiment({ experiments, chosenExperiment }: AppState): ExperimentSummary | null {
  return experiments.find(({ id }) => id === chosenExperiment) ?? experiments[0] ?? null
}

const NO_RUNS: readonly ExperimentRun[] = []

/** The runs of the shown experiment, as far as the page has them. */
export function shownRuns(state: AppState): readonly ExperimentRun[] {
  return shownExperiment(state)?.id === state.runsOf ? state.experimentRuns : NO_RUNS
}

/** Whether the form of a new experiment is open: until somebody has said so, where there is none yet. */
export function isFormOpen({ experimentFormOpen, experiments }: AppState): boolean {
  return experimentFormOpen ?? experiments.length === 0
}

/** What the form of a new experiment comes to, over the settings of the present run. */
export function formRead(state: AppState): ReadForm {
  const base = configInForce(state)
  const { experimentForm: form } = state
  if (newest?.form !== form || newest.base !== base) newest = { form, base, read: readForm(form, base) }
  return newest.read
}

let newest: { readonly form: unknown; readonly base: unknown; readonly read: ReadForm } | null = null

/** What tells one plan from another. */
export const keyOfPlan: (plan: ExperimentPlan) => string = remembered((plan) => JSON.stringify(plan))

/** By which loss runs are compared: the chosen one, where all have it; else the validation loss where there is one. */
export function shownMeasure(measure: Measure | null, runs: readonly ExperimentRun[]): Measure {
  const hasValidation = runs.some(({ validationLoss }) => validationLoss !== null)
  return hasValidation ? (measure ?? 'validation') : 'loss'
}

/**
 * Seconds until a running experiment is made, at the pace since the page first heard of it; null as long as that is too short
 * to say.
 */
export function secondsLeft(
  { experimentPaces }: Pick<AppState, 'experimentPaces'>,
  { id, plan, made, phase }: ExperimentSummary,
): number | null {
  const pace = experimentPaces.get(id)
  if (phase !== 'running' || !pace) return null
  const runs = pace.last.made - pace.first.made
  if (runs < 1) return null
  return ((runCount(plan) - made) * (pace.last.at - pace.first.at)) / runs
}
