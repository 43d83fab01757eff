import { VIEW_KINDS, type ViewFile } from '@contract/files/view-files'
import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
import { PROJECT_ENDING } from '@contract/project/project'
import { assertNever } from '@contract/result'
import type { RunDescription, RunState } from '@contract/run/run'
import type { CellName, NetworkConfig } from '@contract/settings/run-config'

/**
 * The name that Save and Export propose, from what makes these weights: `unroll-lstm2x32-seed1-60updates.safetensors`.
 */
export function proposedName(
  description: RunDescription | null,
  state: RunState | null,
  format: ExportFormat,
): string {
  const { ending } = EXPORT_FORMATS[format]
  if (!description || !state) return `unroll${ending}`
  return `${runName(description, state)}-${state.updatesDone}updates${ending}`
}

/** The name that Save project proposes: `unroll-rnn32-seed1.unroll`, as a project goes on after it was saved. */
export function proposedProject(description: RunDescription, state: RunState): string {
  return `${runName(description, state)}${PROJECT_ENDING}`
}

/**
 * The name that saving a view proposes, from the run, the view and the update that is seen: `unroll-rnn32-seed1-loss-update60.svg`.
 *
 * @param description of the run that is seen; null where there is none, or the view is of another one
 */
export function proposedView(
  description: RunDescription | null,
  state: RunState | null,
  { view, update, format }: Pick<ViewFile, 'view' | 'update' | 'format'>,
): string {
  const { ending } = VIEW_KINDS[format]
  if (!description || !state) return `unroll-${view}${ending}`
  return `${runName(description, state)}-${view}-update${update ?? state.updatesDone}${ending}`
}

function runName({ origin }: RunDescription, { config }: RunState): string {
  // Weights from a file stand for no seed.
  const seed = origin.kind === 'seed' ? `-seed${origin.seed}` : ''
  return `unroll-${networkName(config.network)}${seed}`
}

/** `rnn32`, `relu-rnn32`, `gru32`, `lstm2x32`, `tf-rnn32`: short, and a good file name on every system. */
function networkName({ cell, layers, hiddenUnits, family }: NetworkConfig): string {
  const size = layers === 1 ? `${hiddenUnits}` : `${layers}x${hiddenUnits}`
  return `${family !== 'pytorch' ? 'tf-' : ''}${cellName(cell)}${size}`
}

function cellName(cell: CellName): string {
  switch (cell) {
    case 'rnn-tanh':
      return 'rnn'
    case 'rnn-relu':
      return 'relu-rnn'
    case 'gru':
    case 'lstm':
      return cell
    default:
      return assertNever(cell)
  }
}
