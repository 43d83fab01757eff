import {
  EXPORT_FORMATS,
  type ExportChoice,
  type ExportFormat,
  type ExportReport,
} from '@contract/files/weight-formats'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { History } from '../../store/curves/history'
import type { AppState } from '../../store/state/app-state'
import { formatDifference } from '../../store/words/format'

/** Whether the arrays are laid out as Keras has them: then a cell has one bias where ours has two. */
function hasKerasArrays({ format, names }: ExportChoice): boolean {
  return format === 'keras' || (format === 'npz' && names === 'keras')
}

/** What such a file leaves out, and what that means for whoever loads it. */
export function lacksText(choice: ExportChoice): Text {
  return EXPORT_FORMATS[hasKerasArrays(choice) ? 'keras' : choice.format].lacks
}

/** Which weights would be written now: those of the run as it stands. */
export function weightsText({ run, progress: { updatesDone } }: AppState): Text {
  return text(run?.phase === 'training' ? 'exports.weightsNow' : 'exports.weightsAfter', {
    updates: updatesDone,
  })
}

/** Which updates would be written now, and which the page does not hold. */
export function tableText({ description }: AppState, history: History): Text {
  const { firstUpdate, lastUpdate, updates, points } = history
  if (updates === 0) return text('exports.tableEmpty')
  const missing = firstUpdate - 1 - (description?.updatesBefore ?? 0)
  const held = { first: firstUpdate, last: lastUpdate, steps: points }
  return missing <= 0 ? text('exports.tableWhole', held) : text('exports.tableFrom', { ...held, missing })
}

/** What reading the file back has shown. */
export function verdictText({ greatestDifference }: ExportReport): Text {
  if (greatestDifference === null) return text('exports.same')
  if (!Number.isFinite(greatestDifference)) return text('exports.notFinite')
  return text('exports.difference', { difference: formatDifference(greatestDifference) })
}

/** Why the difference is not 0, or null where there is nothing to explain. */
export function differenceText(choice: ExportChoice, { greatestDifference }: ExportReport): Text | null {
  if (!greatestDifference || !Number.isFinite(greatestDifference)) return null
  const added = hasKerasArrays(choice) || choice.format === 'tfjs'
  return text(added ? 'exports.biasesAdded' : 'exports.otherOrder')
}

/** What is in the files. */
export function contentText(format: ExportFormat, { parameterCount, updatesDone }: ExportReport): Text {
  if (format === 'csv') return text('exports.contentOfTable', { updates: updatesDone })
  return text('exports.contentOfWeights', { parameters: parameterCount, updates: updatesDone })
}
