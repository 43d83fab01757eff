import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state'
import type { RunsTabSlice } from '../../state/runs/runs-tab-state'

/** The slice of the tab that compares runs. */
export const createRunsTabSlice: StateCreator<AppState, [], [], RunsTabSlice> = (set) => ({
  runsView: 'table',
  showRunsView: (runsView) => set({ runsView }),
})
