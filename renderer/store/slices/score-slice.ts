import type { StateCreator } from 'zustand/vanilla'
import type { AppState, ScoreSlice } from '../state/app-state'

/** What is known of how good a run is before the trainer has told anything of it. */
export const NOT_SCORED = {
  rivals: null,
  scores: null,
  forecast: { kind: 'closed' },
} as const satisfies Partial<ScoreSlice>

/** The slice of rivals, figures and forecasts. Those of a run that has been left are nobody's. */
export const createScoreSlice: StateCreator<AppState, [], [], ScoreSlice> = (set) => ({
  ...NOT_SCORED,
  figuresOpen: false,
  rivalsFound: (rivals) => set(({ description }) => (rivals.runId === description?.id ? { rivals } : {})),
  scored: (scores) => set(({ description }) => (scores.runId === description?.id ? { scores } : {})),
  forecastMoved: (forecast) => set({ forecast }),
  showFigures: (figuresOpen) => set({ figuresOpen }),
})
