import type { ParameterDescription } from '@contract/run'
import { sizeOf } from './named-arrays'

/** What can be told of a network without its numbers. */
export type NetworkDescription = {
  /** The model in words: `RNN(1 → 32) → Linear(32 → 1)`. */
  readonly summary: string
  /** Its parameters under PyTorch's names, in PyTorch's order and layout. */
  readonly parameters: readonly ParameterDescription[]
  /** Numbers in all parameters together. */
  readonly parameterCount: number
}

/** Inputs and outputs of the network at each time step: one curve in, one curve out. */
const FEATURES = 1

/**
 * Describes the network: one simple recurrent cell, then a linear read-out at every time step. Both biases of the
 * cell are kept, as PyTorch has them: they always add up, but the optimiser moves each by itself.
 *
 * @param hiddenUnits size of the hidden state, from 1
 */
export function describeNetwork(hiddenUnits: number): NetworkDescription {
  const parameters = [
    { name: 'rnn.weight_ih_l0', shape: [hiddenUnits, FEATURES] },
    { name: 'rnn.weight_hh_l0', shape: [hiddenUnits, hiddenUnits] },
    { name: 'rnn.bias_ih_l0', shape: [hiddenUnits] },
    { name: 'rnn.bias_hh_l0', shape: [hiddenUnits] },
    { name: 'out.weight', shape: [FEATURES, hiddenUnits] },
    { name: 'out.bias', shape: [FEATURES] },
  ]
  return {
    summary: `RNN(${FEATURES} → ${hiddenUnits}) → Linear(${hiddenUnits} → ${FEATURES})`,
    parameters,
    parameterCount: parameters.reduce((count, { shape }) => count + sizeOf(shape), 0),
  }
}
