import type { StateCreator } from 'zustand/vanilla'
import type { AppState, ViewSlice } from './app-state'
import { FOLLOW } from './viewport'

/** The view's slice of the store. */
export const createViewSlice: StateCreator<AppState, [], [], ViewSlice> = (set) => ({
  showInput: false,
  logLoss: false,
  viewMode: FOLLOW,
  toggleInput: () => set(({ showInput }) => ({ showInput: !showInput })),
  toggleLogLoss: () => set(({ logLoss }) => ({ logLoss: !logLoss })),
  look: (viewMode) => set({ viewMode }),
})
