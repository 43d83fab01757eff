import type { StateCreator } from 'zustand/vanilla'
import type { AppState, TrainerSlice } from '../state/app-state'

/** The trainer's slice of the store. */
export const createTrainerSlice: StateCreator<AppState, [], [], TrainerSlice> = (set) => ({
  trainer: { kind: 'starting' },
  data: null,
  trainerChanged: (trainer) => set({ trainer }),
  dataDescribed: (data) => set({ data }),
})
