import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state'
import { MOST_OVERLAID, type RunsTabSlice } from '../../state/runs/runs-tab-state'

/** The slice of the tab that compares runs. */
export const createRunsTabSlice: StateCreator<AppState, [], [], RunsTabSlice> = (set) => ({
  runsView: 'table',
  showRunsView: (runsView) => set({ runsView }),
  runTable: { sort: null, words: '', only: null, grouped: false, openGroups: [] },
  changeRunTable: (change) => set(({ runTable }) => ({ runTable: { ...runTable, ...change } })),
  hiddenRunColumns: [],
  toggleRunColumn: (column) =>
    set(({ hiddenRunColumns }) => ({ hiddenRunColumns: toggled(hiddenRunColumns, column) })),
  overlaid: [],
  toggleOverlaid: (run) =>
    set(({ overlaid }) => {
      const next = toggled(overlaid, run)
      return next.length > MOST_OVERLAID ? {} : { overlaid: next }
    }),
  overlaidCurves: new Map(),
  overlaidArrived: (curve) =>
    set(({ overlaidCurves, overlaid }) => {
      const kept = [...overlaidCurves].filter(([id]) => overlaid.includes(id))
      return { overlaidCurves: new Map([...kept, [curve.runId, curve]]) }
    }),
  overlaidWindows: new Map(),
  overlaidWindowArrived: (run, window) =>
    set(({ overlaidWindows, overlaid }) => {
      const kept = [...overlaidWindows].filter(([id]) => id !== run && overlaid.includes(id))
      return { overlaidWindows: new Map(window ? [...kept, [run, window]] : kept) }
    }),
  pinnedRun: null,
  pinRun: (pinnedRun) => set({ pinnedRun }),
})

function toggled<Item>(items: readonly Item[], item: Item): readonly Item[] {
  return items.includes(item) ? items.filter((each) => each !== item) : [...items, item]
}
