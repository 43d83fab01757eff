import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppState } from './app-state'
import { createEarlierRunsSlice } from './earlier-runs-slice'
import { createExportSlice } from './export-slice'
import type { History } from './history'
import { createNoticeSlice } from './notice-slice'
import { createRunSlice } from './run-slice'
import { createSettingsSlice } from './settings-slice'
import { createTourSlice } from './tour-slice'
import { createTrainerSlice } from './trainer-slice'
import { createViewSlice } from './view-slice'
import { createWaitingSlice } from './waiting-slice'

/** The page's one store. */
export type AppStore = StoreApi<AppState>

/** Makes the store; the numbers of each update go into the given history. */
export function createAppStore(history: History): AppStore {
  const createRun = createRunSlice(history)
  return createStore<AppState>()((...a) => ({
    ...createTrainerSlice(...a),
    ...createRun(...a),
    ...createSettingsSlice(...a),
    ...createViewSlice(...a),
    ...createNoticeSlice(...a),
    ...createExportSlice(...a),
    ...createEarlierRunsSlice(...a),
    ...createTourSlice(...a),
    ...createWaitingSlice(...a),
  }))
}
