import type { ParameterDescription } from '@contract/run/run'
import { CELL_SHAPES } from './cell-shapes'
import { sizeOf } from './named-arrays'
import type { NetworkSpec } from './network-spec'

/** What can be told of a network without its numbers. */
export type NetworkDescription = {
  /** The model as PyTorch writes it: `RNN(1 → 32, num_layers=2) → Linear(32 → 1)`; no language's words are in it. */
  readonly summary: string
  /** Its parameters under PyTorch's names, in PyTorch's order and layout. */
  readonly parameters: readonly ParameterDescription[]
  /** Numbers in all parameters together. */
  readonly parameterCount: number
}

/**
 * Describes the network: recurrent layers on each other, then a linear read-out at every time step. In PyTorch's
 * family both biases of a cell are kept: for all but the GRU they always add up, but the optimiser moves each by
 * itself. In TensorFlow's there is one, and the kernel [inputs + H, H] of its BasicRNNCell is W_ih^T over W_hh^T.
 */
export function describeNetwork(spec: NetworkSpec): NetworkDescription {
  const { hiddenUnits, layers, outputs } = spec
  const parameters = [
    ...Array.from({ length: layers }, (_, layer) => layerParameters(spec, layer)).flat(),
    { name: 'out.weight', shape: [outputs, hiddenUnits] },
    { name: 'out.bias', shape: [outputs] },
  ]
  return {
    summary: `${cellInWords(spec)} → Linear(${hiddenUnits} → ${outputs})`,
    parameters,
    parameterCount: parameters.reduce((count, { shape }) => count + sizeOf(shape), 0),
  }
}

function layerParameters(spec: NetworkSpec, layer: number): ParameterDescription[] {
  const { cell, family, hiddenUnits, inputs } = spec
  const rows = CELL_SHAPES[cell].gates * hiddenUnits
  const features = layer === 0 ? inputs : hiddenUnits
  const parameters = [
    { name: `rnn.weight_ih_l${layer}`, shape: [rows, features] },
    { name: `rnn.weight_hh_l${layer}`, shape: [rows, hiddenUnits] },
    { name: `rnn.bias_ih_l${layer}`, shape: [rows] },
  ]
  if (family === 'pytorch') parameters.push({ name: `rnn.bias_hh_l${layer}`, shape: [rows] })
  return parameters
}

function cellInWords({ cell, hiddenUnits, layers, inputs }: NetworkSpec): string {
  const { module, remark } = CELL_SHAPES[cell]
  const said = [`${inputs} → ${hiddenUnits}`]
  if (layers > 1) said.push(`num_layers=${layers}`)
  if (remark) said.push(remark)
  return `${module}(${said.join(', ')})`
}
