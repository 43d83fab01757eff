import type { StateCreator } from 'zustand/vanilla'
import type { AppState, UnfinishedSlice } from './app-state'

/** The unfinished run's slice of the store. */
export const createUnfinishedSlice: StateCreator<AppState, [], [], UnfinishedSlice> = (set) => ({
  unfinished: null,
  unfinishedChanged: (unfinished) => set({ unfinished }),
})
