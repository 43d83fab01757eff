import type { AppState, StageTab } from '../../state/app-state'
import { isSeriesRun } from '../selectors'
import { hasInside } from './inside'

const TABS: { readonly [Kind in 'lesson' | 'series']: readonly StageTab[] } = {
  lesson: ['learning'],
  series: ['learning', 'data'],
}
/** With the tabs at the end that have something to show, so that each list is one and the same value. */
function withTabs(more: readonly StageTab[]): typeof TABS {
  return { lesson: [...TABS.lesson, ...more], series: [...TABS.series, ...more] }
}
const WITH_INSIDE = withTabs(['inside'])
const WITH_RUNS = withTabs(['runs'])
const WITH_BOTH = withTabs(['inside', 'runs'])

/** Whether there are runs to compare: the present one has made an update, or others are kept. */
export function hasRuns({ hasCurves, runs }: Pick<AppState, 'hasCurves' | 'runs'>): boolean {
  return hasCurves || runs.length > 0
}

/** The tabs that have something to show of the present run: the lesson has no data of its own, and a new network no curves yet. */
export function tabsOf(state: AppState): readonly StageTab[] {
  const inside = hasInside(state)
  const tabs = hasRuns(state) ? (inside ? WITH_BOTH : WITH_RUNS) : inside ? WITH_INSIDE : TABS
  return tabs[isSeriesRun(state) ? 'series' : 'lesson']
}

/** The tab that is shown: the chosen one where the run has it. */
export function shownTab(state: AppState): StageTab {
  return tabsOf(state).includes(state.tab) ? state.tab : 'learning'
}
