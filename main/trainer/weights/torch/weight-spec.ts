import type { CellName } from '@contract/settings/run-config'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { WeightSizes } from './weight-sizes'

/** Whether a network can have such weights. */
export function hasSizes(
  { cell, layers, hiddenUnits }: Pick<NetworkSpec, 'cell' | 'layers' | 'hiddenUnits'>,
  sizes: WeightSizes,
): boolean {
  return (
    CELL_SHAPES[cell].gates === sizes.gates && layers === sizes.layers && hiddenUnits === sizes.hiddenUnits
  )
}

/**
 * The network of weights that come straight from PyTorch. Nothing in them tells tanh from relu.
 *
 * @param likely the simple cell if it is one, where there is nothing better to go by
 */
export function specFromSizes(
  { gates, layers, hiddenUnits, inputs, outputs }: WeightSizes,
  likely: CellName,
): NetworkSpec {
  const simple = likely === 'rnn-relu' ? likely : 'rnn-tanh'
  const cell = gates === 3 ? 'gru' : gates === 4 ? 'lstm' : simple
  return { cell, layers, hiddenUnits, family: 'pytorch', inputs, outputs }
}
