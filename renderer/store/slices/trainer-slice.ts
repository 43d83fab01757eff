import type { StateCreator } from 'zustand/vanilla'
import type { AppState, TrainerSlice, WaitingSlice } from '../state/app-state'

/** The trainer's slice of the store. */
export const createTrainerSlice: StateCreator<AppState, [], [], TrainerSlice> = (set) => ({
  trainer: { kind: 'starting' },
  data: null,
  trainerChanged: (trainer) => set({ trainer }),
  dataDescribed: (data) => set({ data }),
})

/** The slice of what the page waits for the trainer to do. */
export const createWaitingSlice: StateCreator<AppState, [], [], WaitingSlice> = (set) => ({
  isPausing: false,
  silentSeconds: 0,
  loading: null,
  pausing: (isPausing) => set({ isPausing }),
  silentFor: (silentSeconds) => set({ silentSeconds }),
  loadingChanged: (loading) => set({ loading }),
})
