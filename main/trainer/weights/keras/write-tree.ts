import type { CellName } from '@contract/settings/run-config'
import type { File, Group } from 'h5wasm'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { metadataText } from '../base/metadata-text'
import type { KerasArrays } from '../layouts/keras-layout'
import { groupName, groupOf } from './layer-names'

/** Our own bytes beside Keras's groups, which it passes over. */
export const METADATA = 'unroll'

/**
 * Writes the tree of `keras.Sequential([Input((None, inputs)), GRU(…, return_sequences=True), …, Dense(outputs)])` as
 * `save_weights` of Keras 3 does: every object of the model has a group `vars`, which holds its own arrays by number and
 * is empty where there are none.
 */
export function writeTree(
  file: File,
  { layers, readout }: KerasArrays,
  cell: CellName,
  metadata: Readonly<Record<string, string>>,
): void {
  const parent = group(file, 'layers')
  for (const [index, { kernel, recurrentKernel, bias }] of layers.entries()) {
    const name = groupName(groupOf(cell), index)
    const layer = group(parent, name)
    variables(layer, name, [])
    variables(group(layer, 'cell'), `${groupOf(cell)}_cell`, [kernel, recurrentKernel, bias])
  }
  variables(group(parent, 'dense'), 'dense', [readout.kernel, readout.bias])
  variables(file, 'sequential', [])
  const text = new TextEncoder().encode(metadataText(metadata))
  file.create_dataset({ name: METADATA, data: text, shape: [text.byteLength], dtype: '<B' })
}

function group(parent: Group, name: string): Group {
  parent.create_group(name)
  return parent.get(name) as Group
}

function variables(owner: Group, name: string, arrays: readonly ArrayOf[]) {
  const vars = group(owner, 'vars')
  vars.create_attribute('name', name)
  for (const [index, { shape, values }] of arrays.entries())
    vars.create_dataset({ name: `${index}`, data: values, shape: [...shape], dtype: '<f' })
}
