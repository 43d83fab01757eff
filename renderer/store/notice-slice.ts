import type { StateCreator } from 'zustand/vanilla'
import type { AppState, NoticeSlice } from './app-state'

/** The notice's slice of the store. */
export const createNoticeSlice: StateCreator<AppState, [], [], NoticeSlice> = (set) => ({
  notice: null,
  notify: (kind, text) => set(({ notice }) => ({ notice: { id: (notice?.id ?? 0) + 1, kind, text } })),
  dismissNotice: () => set({ notice: null }),
})
