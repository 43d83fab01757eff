import type { CellName, RunConfig } from '../settings/run-config'
import { sizesOf } from '../settings/source-config'

/** Blocks of H rows in the kernels and biases of each cell. */
const GATES: { readonly [Name in CellName]: number } = { 'rnn-tanh': 1, 'rnn-relu': 1, gru: 3, lstm: 4 }

/**
 * The shapes of all weights of a network, in their order: one seed draws the same initial weights for two networks only where
 * these are the same. Those that the trainer describes a run by are equal to them.
 */
export function weightShapes({ network, data }: RunConfig): readonly (readonly number[])[] {
  const { cell, family, hiddenUnits, layers } = network
  const { inputs, outputs } = sizesOf(data.source)
  const rows = GATES[cell] * hiddenUnits
  const layer = (below: number) => [
    [rows, below],
    [rows, hiddenUnits],
    ...(family === 'pytorch' ? [[rows], [rows]] : [[rows]]),
  ]
  return [
    ...Array.from({ length: layers }, (_, at) => layer(at === 0 ? inputs : hiddenUnits)).flat(),
    [outputs, hiddenUnits],
    [outputs],
  ]
}
