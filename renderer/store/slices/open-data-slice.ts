import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../state/app-state'
import type { OpenDataSlice } from '../state/open-data'

/** The slice of the dialog that opens data. */
export const createOpenDataSlice: StateCreator<AppState, [], [], OpenDataSlice> = (set) => ({
  dataStage: { kind: 'closed' },
  drawing: { strokes: [], timeSteps: 500, movedPoint: null },
  dataMoved: (dataStage) => set({ dataStage }),
  tableReadTo: (reading) =>
    set(({ dataStage }) =>
      // The last word of a reading may come after its end.
      dataStage.kind === 'table' && dataStage.isReading && reading
        ? { dataStage: { ...dataStage, reading } }
        : {},
    ),
  draw: (change) => set(({ drawing }) => ({ drawing: { ...drawing, ...change } })),
})
