import type { History } from '../../curves/history'
import type { AppState } from '../../state/app-state'
import { shownUpdate } from '../../state/shown-update'
import { shownSequence } from './inside'

/** Where the time step that is pinned stands in the curves, as an index of their time steps; null where it does not. */
export function pinnedPoint(
  state: Pick<AppState, 'insideStep' | 'isStepPinned' | 'marked' | 'description' | 'insideSequence' | 'run'>,
  history: History,
): number | null {
  const { insideStep, isStepPinned } = state
  // The curves have the first sequence of each batch.
  if (!isStepPinned || insideStep === null || shownSequence(state) > 0) return null
  const { from, to } = history.range(shownUpdate(state, history))
  return from + insideStep < to ? from + insideStep : null
}
