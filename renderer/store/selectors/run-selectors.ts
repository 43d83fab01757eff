import type { ListedRun } from '@contract/run/kept-run'
import type { ParameterDescription } from '@contract/run/run'
import { bytesOf } from '@contract/run/run-budget'
import type { AppState } from '../state/app-state'

/** What a person calls the present run; null where nobody has named it. */
export function presentName({ runs, description }: AppState): string | null {
  return runs.find(({ id }) => id === description?.id)?.name ?? null
}

/** The parameters of the present run's network. */
export function presentParameters({
  description,
}: Pick<AppState, 'description'>): readonly ParameterDescription[] {
  return description?.parameters ?? NONE
}

const NONE: readonly ParameterDescription[] = []

/** Whether a person is to be told that runs take more than they may. */
export function tellsOverBudget({ runs, budget, overBudgetDismissed }: AppState): boolean {
  return !overBudgetDismissed && bytesOf(runs) > budget
}

/** Kept branches whose ghost is what a run's record has; none of those that are to be deleted themselves. */
export function ghostsOf(run: ListedRun, { runs, markedForDeletion }: AppState): readonly ListedRun[] {
  return runs.filter(({ id, branch }) => branch?.runId === run.id && !markedForDeletion.includes(id))
}
