import type { StateCreator } from 'zustand/vanilla'
import type { AppState, WaitingSlice } from '../state/app-state'

/** The slice of what the page waits for. */
export const createWaitingSlice: StateCreator<AppState, [], [], WaitingSlice> = (set) => ({
  isPausing: false,
  silentSeconds: 0,
  loading: null,
  pausing: (isPausing) => set({ isPausing }),
  silentFor: (silentSeconds) => set({ silentSeconds }),
  loadingChanged: (loading) => set({ loading }),
})
