import type { StateCreator } from 'zustand/vanilla'
import type { AppState, TourSlice } from '../state/app-state'

/** The tour's slice of the store. */
export const createTourSlice: StateCreator<AppState, [], [], TourSlice> = (set) => ({
  tourStep: null,
  goToTourStep: (tourStep) => set({ tourStep }),
})
