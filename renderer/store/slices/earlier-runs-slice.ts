import type { StateCreator } from 'zustand/vanilla'
import type { AppState, EarlierRunsSlice } from '../state/app-state'

/** The slice of runs that can be opened again. */
export const createEarlierRunsSlice: StateCreator<AppState, [], [], EarlierRunsSlice> = (set) => ({
  earlierRuns: [],
  setAside: null,
  removed: null,
  unsafe: null,
  earlierRunsOpen: false,
  markedForDeletion: [],
  earlierRunsChanged: (earlierRuns) =>
    set(({ setAside }) => ({
      earlierRuns,
      // One that has been opened again, or removed, has nothing to undo.
      setAside: setAside && earlierRuns.some(({ id }) => id === setAside.id) ? setAside : null,
    })),
  runSetAside: (setAside) => set({ setAside }),
  dismissSetAside: () => set({ setAside: null }),
  runsRemoved: (removed) => set({ removed }),
  unsafeChanged: (unsafe) => set({ unsafe }),
  showEarlierRuns: (earlierRunsOpen) => set({ earlierRunsOpen, markedForDeletion: [] }),
  markForDeletion: (id, marked) =>
    set(({ markedForDeletion }) => {
      const others = markedForDeletion.filter((one) => one !== id)
      return { markedForDeletion: marked ? [...others, id] : others }
    }),
})
