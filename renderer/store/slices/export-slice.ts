import { exportRefusal } from '@contract/files/export-refusal'
import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, ExportSlice } from '../state/app-state'

/** Every format, in the order in which they are offered. */
export const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[]

/** Why the present run cannot be exported in a format now; null when it can. */
export function exportObstacle(state: AppState, format: ExportFormat): Text | null {
  const { trainer, run, hasCurves } = state
  if (trainer.kind === 'gone') return text('exports.trainerGone')
  if (trainer.kind === 'starting' || !run) return text('exports.trainerStarting')
  if (format === 'csv' && !hasCurves) return text('exports.noUpdate')
  return exportRefusal(format, run)?.text ?? null
}

/** The export dialog's slice of the store. */
export const createExportSlice: StateCreator<AppState, [], [], ExportSlice> = (set) => ({
  exportStage: { kind: 'closed' },
  exportChoice: { format: 'safetensors', names: 'pytorch', script: false },
  openExport: () =>
    set((state) => {
      if (state.exportStage.kind !== 'closed') return {}
      const { exportChoice } = state
      // The last choice, unless the run has become one that it does not fit.
      const fits = (format: ExportFormat) => exportObstacle(state, format) === null
      const format = fits(exportChoice.format)
        ? exportChoice.format
        : (FORMATS.find(fits) ?? exportChoice.format)
      return { exportStage: { kind: 'choosing', problem: null }, exportChoice: { ...exportChoice, format } }
    }),
  exportMoved: (exportStage) => set({ exportStage }),
  chooseExport: (change) =>
    set(({ exportChoice, exportStage }) => ({
      exportChoice: { ...exportChoice, ...change },
      // What went wrong was said of another choice.
      ...(exportStage.kind === 'choosing' && { exportStage: { kind: 'choosing', problem: null } }),
    })),
})
