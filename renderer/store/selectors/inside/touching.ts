import type { Touch } from '@contract/inside/touched'
import type { AppState } from '../../state/app-state'
import { insideMoment } from './inside'

/** Whether the window that is looked at can be touched: it stands still. */
export function mayTouch(state: AppState): boolean {
  return insideMoment(state)?.isTraining === false
}

/** The touches that count: those of the view that shows them. */
export function touchesShown(state: AppState): readonly Touch[] {
  return state.insideView === 'touch' && mayTouch(state) ? state.touches : NONE
}

const NONE: readonly Touch[] = []
