import type { StateCreator } from 'zustand/vanilla'
import type { History } from '../../curves/history'
import type { AppState } from '../../state/app-state'
import { type InsideSlice, keyOfAsk } from '../../state/inside-state'
import { shownUpdate } from '../../state/shown-update'

/** The slice of the inside of the network. */
export const createInsideSlice =
  (history: History): StateCreator<AppState, [], [], InsideSlice> =>
  (set) => ({
    insideWishes: new Map(),
    insideTold: new Map(),
    wishInside: (ask, lane) => {
      const key = keyOfAsk(ask)
      const count = (by: 1 | -1) =>
        set(({ insideWishes }) => {
          const views = (insideWishes.get(key)?.views ?? 0) + by
          const next = new Map(insideWishes)
          if (views > 0) next.set(key, { ask, lane, views })
          else next.delete(key)
          return { insideWishes: next }
        })
      count(1)
      let isWished = true
      return () => {
        if (isWished) count(-1)
        isWished = false
      }
    },
    insideArrived: (told) =>
      set(({ insideTold, insideWishes }) => {
        const kept = [...insideTold].filter(([key]) => insideWishes.has(key))
        return { insideTold: new Map([...kept, ...told]) }
      }),
    insideView: 'states',
    showInsideView: (insideView) => set({ insideView }),
    insideLayer: null,
    showInsideLayer: (insideLayer) => set({ insideLayer }),
    insideSequence: 0,
    showInsideSequence: (insideSequence) => set({ insideSequence }),
    insideRow: 'h',
    showInsideRow: (insideRow) => set({ insideRow }),
    insideOrder: 'number',
    orderUnits: (insideOrder) => set({ insideOrder }),
    insideUnit: null,
    pickUnit: (insideUnit) => set({ insideUnit }),
    insidePlanes: new Map(),
    keepPlane: (key, plane) =>
      set(({ insidePlanes }) => ({ insidePlanes: new Map(insidePlanes).set(key, plane) })),
    insideStep: null,
    isStepPinned: false,
    pointAtStep: (insideStep) =>
      set((state) => {
        if (insideStep === null) return { insideStep, isStepPinned: false }
        return state.insideStep === insideStep ? state : { insideStep }
      }),
    passOverStep: (insideStep) =>
      set((state) => (state.isStepPinned || state.insideStep === insideStep ? state : { insideStep })),
    pinStep: (insideStep) => set({ insideStep, isStepPinned: true }),
    pinPoint: (point) =>
      set((state) => {
        const update = history.updateAt(point)
        const insideStep = point - history.range(update).from
        const isShown = update === shownUpdate(state, history)
        // The curves have the first sequence of each batch.
        return { insideStep, isStepPinned: true, insideSequence: 0, ...(!isShown && { marked: update }) }
      }),
    unpinStep: () => set({ isStepPinned: false }),
  })
