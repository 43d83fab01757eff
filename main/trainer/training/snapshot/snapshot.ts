import type { OptimizerName } from '@contract/settings/run-config'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import type { NetworkSpec } from '../../network/shape/network-spec'

/** A training between two updates, outside TensorFlow: with it and the settings, the next update is decided. */
export type Snapshot = {
  /** Updates these weights have seen. */
  readonly updatesDone: number
  /** Half periods of the lesson's curve that were seen, or windows of a series: where the next window is. */
  readonly position: number
  readonly network: NetworkSpec
  readonly parameters: NamedArrays
  readonly optimizer: OptimizerName
  /** What the optimiser keeps beside each parameter, by the slot's name; no slots for plain SGD. */
  readonly slots: ReadonlyMap<SlotName, NamedArrays>
  /** Updates that the slots have seen: fewer than `updatesDone` when the weights came from a file. */
  readonly slotUpdates: number
  /** The carried state: h, and for the LSTM c after it; each [layer, batch, hidden]. */
  readonly states: readonly ArrayOf[]
}

/** A snapshot that keeps tensors until it is released, once. */
export type HeldSnapshot = { readonly snapshot: Snapshot; readonly release: () => void }

/** Adam's two moments, SGD's momentum, RMSprop's mean square. */
export type SlotName = 'first-moment' | 'second-moment' | 'momentum' | 'mean-square'

/** The slots of each optimiser, in a fixed order. */
export const SLOTS: { readonly [Name in OptimizerName]: readonly SlotName[] } = {
  adam: ['first-moment', 'second-moment'],
  'adam-tensorflow': ['first-moment', 'second-moment'],
  sgd: ['momentum'],
  rmsprop: ['mean-square'],
}
