import type { CellName } from '@contract/settings/run-config'
import type { NetworkSpec } from './network-spec'

/** What of a cell shows outside of it. */
type CellShape = {
  /** PyTorch's module. */
  readonly module: 'RNN' | 'GRU' | 'LSTM'
  /** Said of it beside the sizes, where the module alone does not tell. */
  readonly remark: string
  /** Blocks of H rows in its kernels and biases: r, z, n of the GRU; i, f, g, o of the LSTM. */
  readonly gates: number
  /** What it hands from one time step to the next: h, and for the LSTM c after it. */
  readonly states: number
}

export const CELL_SHAPES: { readonly [Name in CellName]: CellShape } = {
  'rnn-tanh': { module: 'RNN', remark: '', gates: 1, states: 1 },
  'rnn-relu': { module: 'RNN', remark: 'relu', gates: 1, states: 1 },
  gru: { module: 'GRU', remark: '', gates: 3, states: 1 },
  lstm: { module: 'LSTM', remark: '', gates: 4, states: 2 },
}

/**
 * Shapes of the states that a network carries from window to window: h, and for the LSTM c after it.
 *
 * @param batch sequences side by side, from 1
 * @returns [layer, batch, hidden] for each
 */
export function stateShapes(spec: NetworkSpec, batch: number): readonly (readonly number[])[] {
  const { cell, layers, hiddenUnits } = spec
  return Array.from({ length: CELL_SHAPES[cell].states }, () => [layers, batch, hiddenUnits])
}
