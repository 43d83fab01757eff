import { EXPORT_FORMATS, type ExportFormat } from '@contract/files/weight-formats'
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
  // Weights from a file stand for no seed.
  const origin = description.origin.kind === 'seed' ? `-seed${description.origin.seed}` : ''
  return `unroll-${networkName(state.config.network)}${origin}-${state.updatesDone}updates${ending}`
}

/** `rnn32`, `relu-rnn32`, `gru32`, `lstm2x32`, `tf-rnn32`: short, and a good file name on every system. */
function networkName({ cell, layers, hiddenUnits, family }: NetworkConfig): string {
  const size = layers === 1 ? `${hiddenUnits}` : `${layers}x${hiddenUnits}`
  return `${family === 'tensorflow' ? 'tf-' : ''}${cellName(cell)}${size}`
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
