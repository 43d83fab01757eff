import type { History } from '../curves/history'
import type { AppState } from './app-state'

/** The update whose window is shown: the one that is marked, or the newest. */
export function shownUpdate(
  { marked, description }: Pick<AppState, 'marked' | 'description'>,
  history: History,
): number {
  return marked === null ? history.lastUpdate : Math.max(marked, (description?.updatesBefore ?? 0) + 1)
}
