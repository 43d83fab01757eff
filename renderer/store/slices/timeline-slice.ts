import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../state/app-state'
import type { TimelineSlice } from '../state/timeline-state'

/** The slice of the store for other moments than now. */
export const createTimelineSlice: StateCreator<AppState, [], [], TimelineSlice> = (set) => ({
  moment: { kind: 'none' },
  momentMoved: (moment) => set({ moment }),
  ghost: null,
  showGhost: true,
  ghostChanged: (ghost) => set({ ghost }),
  showWalls: false,
  toggleWalls: () => set(({ showWalls }) => ({ showWalls: !showWalls })),
  toggleGhost: () => set(({ showGhost }) => ({ showGhost: !showGhost })),
})
