import { bytesOf, RUN_BUDGET } from '@contract/run/run-budget'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../../state/app-state'
import type { RunsSlice } from '../../state/runs/runs-state'

/** The slice of the runs that are kept. */
export const createRunsSlice: StateCreator<AppState, [], [], RunsSlice> = (set) => ({
  runs: [],
  budget: RUN_BUDGET,
  setAside: null,
  unsafe: null,
  runsOpen: false,
  markedForDeletion: [],
  deleted: [],
  overBudgetDismissed: false,
  runsChanged: ({ runs, budget }) =>
    set(({ setAside, overBudgetDismissed }) => ({
      runs,
      budget,
      // One that has been removed has nothing to undo.
      setAside: setAside && runs.some(({ id }) => id === setAside.id) ? setAside : null,
      // Said again when the budget is passed once more.
      overBudgetDismissed: overBudgetDismissed && bytesOf(runs) > budget,
    })),
  runSetAside: (setAside) => set({ setAside }),
  dismissSetAside: () => set({ setAside: null }),
  unsafeChanged: (unsafe) => set({ unsafe }),
  showRuns: (runsOpen) => set({ runsOpen, markedForDeletion: [] }),
  markForDeletion: (ids, marked) =>
    set(({ markedForDeletion }) => {
      const others = markedForDeletion.filter((one) => !ids.includes(one))
      return { markedForDeletion: marked ? [...others, ...ids] : others }
    }),
  runsDeleted: (deleted) => set({ deleted }),
  dismissOverBudget: () => set({ overBudgetDismissed: true }),
})
