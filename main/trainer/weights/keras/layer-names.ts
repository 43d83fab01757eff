import type { CellName } from '@contract/settings/run-config'

/*
 * In a `.weights.h5` of Keras 3 a layer's group is called after its class in snake case, `_1`, `_2` for those after the
 * first; its own name does not matter (keras/src/saving/saving_lib.py, `_save_container_state`).
 */

/** Classes of recurrent layers in Keras, by the names of their groups, and the blocks of columns in their kernels. */
export const RECURRENT: Readonly<Record<string, number | undefined>> = Object.assign(Object.create(null), {
  simple_rnn: 1,
  gru: 3,
  lstm: 4,
})

/** Groups of layers that do nothing in a prediction, whatever their settings are. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'input_layer',
  'identity',
  'dropout',
  'spatial_dropout1d',
  'gaussian_dropout',
  'gaussian_noise',
  'alpha_dropout',
  'activity_regularization',
])

/** Groups of models in a model. */
export const MODELS: ReadonlySet<string> = new Set(['sequential', 'functional'])

/** The group of a cell's layers. */
export function groupOf(cell: CellName): string {
  return cell === 'gru' || cell === 'lstm' ? cell : 'simple_rnn'
}

/** A layer's class and which of that class it is, from the name of its group. */
export function classOf(group: string): { readonly className: string; readonly index: number } {
  const [, className = group, number] = /^(.*?)(?:_([1-9]\d{0,3}))?$/.exec(group) ?? []
  return { className, index: number === undefined ? 0 : Number(number) }
}

/** The name of the group of one among several layers of a class. */
export function groupName(className: string, index: number): string {
  return index === 0 ? className : `${className}_${index}`
}
