import type { StateCreator } from 'zustand/vanilla'
import type { AppState } from '../state/app-state'
import type { ProjectSlice } from '../state/project-state'

/** The slice of the present run as a project. */
export const createProjectSlice: StateCreator<AppState, [], [], ProjectSlice> = (set) => ({
  project: null,
  provenTo: null,
  proofShown: true,
  notesShown: false,
  projectChanged: (project) =>
    set((state) => {
      const begins = project?.proof?.kind === 'proving' && state.project?.proof?.kind !== 'proving'
      const isOther = project?.runId !== state.project?.runId
      return {
        project,
        // What was written is about the run that is left.
        ...(isOther && { notesShown: false }),
        ...((begins || isOther) && { provenTo: null, proofShown: true }),
      }
    }),
  provedTo: (provenTo) => set({ provenTo }),
  dismissProof: () => set({ proofShown: false }),
  showNotes: (notesShown) => set({ notesShown }),
})
