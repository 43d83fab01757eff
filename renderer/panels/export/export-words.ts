import {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportFormat,
  type ExportReport,
} from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { counted } from '@contract/words'
import type { History } from '../../store/curves/history'
import type { AppState } from '../../store/state/app-state'
import { formatCount, formatDifference } from '../../store/words/format'

/** Whether the arrays are laid out as Keras has them: then a cell has one bias where ours has two. */
function hasKerasArrays({ format, names }: ExportChoice): boolean {
  return format === 'keras' || (format === 'npz' && names === 'keras')
}

/** What such a file leaves out, and what that means for whoever loads it. */
export function lacksText(choice: ExportChoice): Text {
  return EXPORT_FORMATS[hasKerasArrays(choice) ? 'keras' : choice.format].lacks
}

/** Which weights would be written now: those of the run as it stands. */
export function weightsWords({ run, progress }: AppState): string {
  const { updatesDone } = progress
  if (run?.phase === 'training')
    return `Written as they are at that moment (update ${formatCount(updatesDone)} now).`
  return `The weights after ${counted(updatesDone, 'update')}.`
}

/** Which updates would be written now, and which the page does not hold. */
export function tableWords({ description }: AppState, history: History): string {
  const { firstUpdate, lastUpdate, updates, points } = history
  if (updates === 0) return 'No update yet.'
  const missing = firstUpdate - 1 - (description?.updatesBefore ?? 0)
  const held = `Updates ${formatCount(firstUpdate)} to ${formatCount(lastUpdate)}, ${counted(points, 'time step')}`
  if (missing <= 0) return `${held}: the whole run so far.`
  return `${held}. The ${counted(missing, 'update')} of this run before them cannot be exported: this page was opened after them.`
}

/** What reading the file back has shown. */
export function verdictWords({ greatestDifference }: ExportReport): string {
  if (greatestDifference === null) return 'Read back and compared: every number is the same.'
  if (!Number.isFinite(greatestDifference))
    return 'Read back, but the predictions are not finite numbers and cannot be compared.'
  return `Read back and tried: the largest difference in a prediction is ${formatDifference(greatestDifference)}.`
}

/** Why the difference is not 0, or null where there is nothing to explain. */
export function differenceWords(choice: ExportChoice, { greatestDifference }: ExportReport): string | null {
  if (!greatestDifference || !Number.isFinite(greatestDifference)) return null
  return hasKerasArrays(choice) || choice.format === 'tfjs'
    ? 'It is not 0 because the two biases of a cell were added up to one before they were written, and a sum made earlier rounds in another way.'
    : 'It is not 0 because the numbers of this format are added up in another order, which rounds in another way.'
}

/** What is in the files. */
export function contentWords(format: ExportFormat, { parameterCount, updatesDone }: ExportReport): string {
  if (format === 'csv') return `${counted(updatesDone, 'update')}, a row for each of their time steps.`
  return `${counted(parameterCount, 'parameter')}, after ${counted(updatesDone, 'update')}.`
}
