import { MOST_TOUCHES } from '@contract/inside/touched'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state'
import { placeOfTouch, type TouchSlice } from '../../state/touch-state'

/** The slice of touches. */
export const createTouchSlice: StateCreator<AppState, [], [], TouchSlice> = (set) => ({
  touches: [],
  touchesTakenBack: [],
  touch: (touch) =>
    set(({ touches }) => {
      const others = touches.filter((other) => placeOfTouch(other) !== placeOfTouch(touch))
      return others.length < MOST_TOUCHES ? { touches: [...others, touch], touchesTakenBack: [] } : {}
    }),
  takeBackTouch: (touch) =>
    set(({ touches }) => ({
      touches: touches.filter((other) => placeOfTouch(other) !== placeOfTouch(touch)),
    })),
  takeBackTouches: () =>
    set(({ touches }) => (touches.length > 0 ? { touches: [], touchesTakenBack: touches } : {})),
  keepTouching: (touches) => set({ touches, touchesTakenBack: [] }),
  bringBackTouches: () =>
    set(({ touchesTakenBack }) => ({ touches: touchesTakenBack, touchesTakenBack: [] })),
})
