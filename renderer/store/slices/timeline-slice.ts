import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../state/app-state'
import { NO_FUTURES } from '../state/futures-state'
import type { TimelineSlice } from '../state/timeline-state'

/** The slice of the store for other moments than now. */
export const createTimelineSlice: StateCreator<AppState, [], [], TimelineSlice> = (set) => ({
  moment: { kind: 'none' },
  momentMoved: (moment) => set({ moment }),
  momentProgressed: (progress) =>
    set(({ moment: stage }) => {
      const isIt =
        stage.kind === 'asked' &&
        stage.moment.runId === progress.runId &&
        stage.moment.update === progress.update
      return isIt ? { moment: { ...stage, progress } } : {}
    }),
  nearestState: null,
  nearestStateTold: (nearestState) => set({ nearestState }),
  cancelled: null,
  plannedCancelled: (cancelled) => set({ cancelled }),
  ghost: null,
  showGhost: true,
  ghostChanged: (ghost) => set({ ghost }),
  showWalls: false,
  toggleWalls: () => set(({ showWalls }) => ({ showWalls: !showWalls })),
  restingOn: null,
  restOn: (restingOn) => set({ restingOn }),
  futures: NO_FUTURES,
  futuresMoved: (futures) => set({ futures }),
  toggleGhost: () => set(({ showGhost }) => ({ showGhost: !showGhost })),
})
