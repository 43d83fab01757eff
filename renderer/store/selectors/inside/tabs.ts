import type { AppState, StageTab } from '../../state/app-state'
import { isSeriesRun } from '../selectors'
import { hasInside } from './inside'

const TABS: { readonly [Kind in 'lesson' | 'series']: readonly StageTab[] } = {
  lesson: ['learning'],
  series: ['learning', 'data'],
}
const WITH_INSIDE: typeof TABS = {
  lesson: [...TABS.lesson, 'inside'],
  series: [...TABS.series, 'inside'],
}

/** The tabs that have something to show of the present run: the lesson has no data of its own, and a new network no curves yet. */
export function tabsOf(state: AppState): readonly StageTab[] {
  return (hasInside(state) ? WITH_INSIDE : TABS)[isSeriesRun(state) ? 'series' : 'lesson']
}

/** The tab that is shown: the chosen one where the run has it. */
export function shownTab(state: AppState): StageTab {
  return tabsOf(state).includes(state.tab) ? state.tab : 'learning'
}
