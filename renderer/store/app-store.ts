import type { Language } from '@contract/language/languages'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { History } from './curves/history'
import { createExperimentsSlice } from './slices/experiments/experiments-slice'
import { createExportSlice } from './slices/export-slice'
import { createInsideSlice } from './slices/inside/inside-slice'
import { createTouchSlice } from './slices/inside/touch-slice'
import { createLanguageSlice } from './slices/language-slice'
import { createNoticeSlice } from './slices/notice-slice'
import { createOpenDataSlice } from './slices/open-data-slice'
import { createProjectSlice } from './slices/project-slice'
import { createRunSlice } from './slices/run-slice'
import { createRunsSlice } from './slices/runs/runs-slice'
import { createRunsTabSlice } from './slices/runs/runs-tab-slice'
import { createScoreSlice } from './slices/score-slice'
import { createSettingsSlice } from './slices/settings-slice'
import { createTimelineSlice } from './slices/timeline-slice'
import { createTourSlice } from './slices/tour-slice'
import { createTrainerSlice, createWaitingSlice } from './slices/trainer-slice'
import { createViewSlice } from './slices/view-slice'
import type { AppState } from './state/app-state'

/** The page's one store. */
export type AppStore = StoreApi<AppState>

/** @param history takes in the numbers of each update */
export function createAppStore(history: History, language: Language = 'en'): AppStore {
  const createLanguage = createLanguageSlice(language)
  const createRun = createRunSlice(history)
  const createView = createViewSlice(history)
  return createStore<AppState>()((...a) => ({
    ...createTrainerSlice(...a),
    ...createRun(...a),
    ...createSettingsSlice(...a),
    ...createView(...a),
    ...createTimelineSlice(...a),
    ...createScoreSlice(...a),
    ...createInsideSlice(history)(...a),
    ...createTouchSlice(...a),
    ...createNoticeSlice(...a),
    ...createExportSlice(...a),
    ...createOpenDataSlice(...a),
    ...createRunsSlice(...a),
    ...createRunsTabSlice(...a),
    ...createExperimentsSlice(...a),
    ...createProjectSlice(...a),
    ...createTourSlice(...a),
    ...createWaitingSlice(...a),
    ...createLanguage(...a),
  }))
}
