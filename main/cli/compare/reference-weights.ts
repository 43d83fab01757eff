import { text } from '@contract/language/texts'
import type { RunConfig } from '@contract/settings/run-config'
import { describeNetwork } from '../../trainer/network/shape/describe-network'
import { type ArrayOf, type NamedArrays, sizeOf } from '../../trainer/network/shape/named-arrays'
import { networkOf } from '../../trainer/network/shape/network-of'
import type { NetworkSpec } from '../../trainer/network/shape/network-spec'
import { DamagedReference } from './damaged-reference'

/** Parameters as a reference file has them: nested lists by the framework's own names. */
export type WrittenWeights = Readonly<Record<string, unknown>>

/**
 * Reads parameters into the names and layouts of the app's network.
 *
 * @throws DamagedReference with what is wrong
 */
export function readReferenceWeights(written: WrittenWeights, config: RunConfig): NamedArrays {
  const network = networkOf(config)
  const shapes = describeNetwork(network).parameters
  if (network.family !== 'pytorch') return fromTensorflow(written, network)
  return new Map(shapes.map(({ name, shape }) => [name, array(written, name, shape)]))
}

/**
 * BasicRNNCell keeps one kernel [1 + H, H], the input's row first, that is multiplied from the right: PyTorch's
 * W_ih and W_hh are its two parts, transposed.
 */
function fromTensorflow(written: WrittenWeights, { hiddenUnits: hidden }: NetworkSpec): NamedArrays {
  const kernel = array(written, 'rnn/basic_rnn_cell/kernel', [1 + hidden, hidden]).values
  const recurrent = Float32Array.from(
    { length: hidden * hidden },
    (_, i) => kernel[(1 + (i % hidden)) * hidden + Math.floor(i / hidden)] as number,
  )
  return new Map<string, ArrayOf>([
    ['rnn.weight_ih_l0', { shape: [hidden, 1], values: kernel.slice(0, hidden) }],
    ['rnn.weight_hh_l0', { shape: [hidden, hidden], values: recurrent }],
    ['rnn.bias_ih_l0', array(written, 'rnn/basic_rnn_cell/bias', [hidden])],
    ['out.weight', { shape: [1, hidden], values: array(written, 'dense/kernel', [hidden, 1]).values }],
    ['out.bias', array(written, 'dense/bias', [1])],
  ])
}

function array(written: WrittenWeights, name: string, shape: readonly number[]): ArrayOf {
  return { shape, values: numbersIn(written[name], shape, name) }
}

/**
 * Nested lists as one row of numbers.
 *
 * @param name what they are called in the error
 * @throws DamagedReference with what is wrong
 */
export function numbersIn(value: unknown, shape: readonly number[], name: string): Float32Array {
  const flat = [value].flat(shape.length as 1)
  const fits = hasShape(value, shape) && flat.length === sizeOf(shape)
  if (!fits) throw new DamagedReference(text('compare.noNumbers', { field: name, shape }))
  return Float32Array.from(flat as number[])
}

function hasShape(value: unknown, [length, ...rest]: readonly number[]): boolean {
  if (length === undefined) return typeof value === 'number' && Number.isFinite(value)
  return Array.isArray(value) && value.length === length && value.every((inside) => hasShape(inside, rest))
}
