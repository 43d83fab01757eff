import type { CellName } from '@contract/settings/run-config'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'
import type { NetworkSpec } from '../../network/shape/network-spec'
import type { WeightSizes } from './weight-sizes'

/** The network of a run's settings, and nothing else of them. */
export function specOf({ cell, layers, hiddenUnits, family }: NetworkSpec): NetworkSpec {
  return { cell, layers, hiddenUnits, family }
}

/** Whether a network can have such weights. */
export function hasSizes({ cell, layers, hiddenUnits }: NetworkSpec, sizes: WeightSizes): boolean {
  return (
    CELL_SHAPES[cell].gates === sizes.gates && layers === sizes.layers && hiddenUnits === sizes.hiddenUnits
  )
}

/**
 * The network of weights that come straight from PyTorch. Nothing in them tells tanh from relu.
 *
 * @param likely the simple cell if it is one, where there is nothing better to go by
 */
export function specFromSizes({ gates, layers, hiddenUnits }: WeightSizes, likely: CellName): NetworkSpec {
  const simple = likely === 'rnn-relu' ? likely : 'rnn-tanh'
  const cell = gates === 3 ? 'gru' : gates === 4 ? 'lstm' : simple
  return { cell, layers, hiddenUnits, family: 'pytorch' }
}
