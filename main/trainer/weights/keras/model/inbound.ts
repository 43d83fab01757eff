import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fieldsOf } from '../../base/parsed-json'
import type { Fields } from './layer'

/** How a layer is called: from which outputs of other layers, and with what else. */
export type Call = {
  readonly inputs: readonly TensorName[]
  /**
   * Arguments that are neither null, nor false, nor an input, by their names: a mask, initial states, training=True. What
   * has no name is told by a text.
   */
  readonly more: readonly (string | Text)[]
}

/** An output of a layer. */
export type TensorName = { readonly layer: string; readonly index: number }

/** Deeper than any of Keras's own calls: a file can nest lists until whoever walks them runs out of stack. */
const MAX_DEPTH = 8

/**
 * Reads one of the `inbound_nodes` of a layer: of Keras 3, `{ args, kwargs }` with tensors somewhere in them, or of
 * Keras 2 and TensorFlow.js, a list of `[layer, call, output, kwargs]`. Null where it is neither.
 */
export function callOf(node: unknown): Call | null {
  return Array.isArray(node) ? oldCall(node) : newCall(fieldsOf(node))
}

/** The tensors in `input_layers` or `output_layers`: one `[layer, call, output]`, or a list or an object of these. */
export function tensorsIn(value: unknown, depth = 0): TensorName[] {
  const one = tensorOf(value)
  if (one) return [one]
  if (depth === MAX_DEPTH || typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((each) => tensorsIn(each, depth + 1))
}

function oldCall(node: readonly unknown[]): Call | null {
  const entries = tensorOf(node) ? [node] : node
  const inputs: TensorName[] = []
  for (const entry of entries) {
    const tensor = tensorOf(entry)
    if (!tensor) return null
    inputs.push(tensor)
  }
  return { inputs, more: entries.flatMap((entry) => argumentsIn(fieldsOf(fieldsOf(entry)[3]))) }
}

function newCall({ args, kwargs }: Fields): Call | null {
  if (!Array.isArray(args)) return null
  const inputs = historiesIn([args, kwargs])
  const [first, ...others] = args
  const more = historiesIn(first).length === 0 ? [text('kerasModel.notAnOutput')] : []
  const odd = others.filter((value) => !isNothing(value) && historiesIn(value).length === 0)
  return {
    inputs,
    more: [
      ...more,
      ...(odd.length > 0 ? [text('kerasModel.anotherArgument')] : []),
      ...argumentsIn(fieldsOf(kwargs)),
    ],
  }
}

function argumentsIn(kwargs: Fields): string[] {
  return Object.entries(kwargs)
    .filter(([, value]) => !isNothing(value))
    .map(([name]) => name)
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false
}

/** The tensors of Keras 3 in a value: `{ class_name: '__keras_tensor__', config: { keras_history } }`. */
function historiesIn(value: unknown, depth = 0): TensorName[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return []
  const { class_name, config } = fieldsOf(value)
  const tensor = class_name === '__keras_tensor__' ? tensorOf(fieldsOf(config).keras_history) : null
  if (tensor) return [tensor]
  return Object.values(value).flatMap((each) => historiesIn(each, depth + 1))
}

function tensorOf(value: unknown): TensorName | null {
  if (!Array.isArray(value)) return null
  const [layer, call, index] = value
  return typeof layer === 'string' && Number.isInteger(call) && Number.isInteger(index)
    ? { layer, index: Number(index) }
    : null
}
