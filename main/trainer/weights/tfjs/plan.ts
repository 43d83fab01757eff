import type { CellName } from '@contract/settings/run-config'
import type { Sizes } from '@contract/settings/source-config'
import { CELL_SHAPES } from '../../network/shape/cell-shapes'

/** A model as it is written: all that its arrays depend on. */
export type WrittenModel = Sizes & {
  readonly cell: Exclude<CellName, 'gru'>
  readonly hiddenUnits: number
  /** Names of the recurrent layers, from the input up: from 1 to 4. */
  readonly recurrent: readonly string[]
  /** The name of the Dense layer, or of the TimeDistributed one around it. */
  readonly readout: string
}

/** The arrays of a layer, as TensorFlow.js calls them. */
export type Variable = 'kernel' | 'recurrent_kernel' | 'bias'

export type PlannedArray = {
  readonly layer: string
  readonly variable: Variable
  readonly shape: readonly number[]
}

/**
 * The arrays that a model has, in the order in which TensorFlow.js writes them: kernel [inputs, gates · hidden],
 * recurrent kernel [hidden, gates · hidden] and bias [gates · hidden] of each recurrent layer, kernel [hidden, outputs]
 * and bias [outputs] of the read-out.
 */
export function plannedArrays({
  cell,
  hiddenUnits,
  recurrent,
  readout,
  inputs,
  outputs,
}: WrittenModel): PlannedArray[] {
  const columns = CELL_SHAPES[cell].gates * hiddenUnits
  return [
    ...recurrent.flatMap((layer, index): PlannedArray[] => [
      { layer, variable: 'kernel', shape: [index === 0 ? inputs : hiddenUnits, columns] },
      { layer, variable: 'recurrent_kernel', shape: [hiddenUnits, columns] },
      { layer, variable: 'bias', shape: [columns] },
    ]),
    { layer: readout, variable: 'kernel', shape: [hiddenUnits, outputs] },
    { layer: readout, variable: 'bias', shape: [outputs] },
  ]
}
