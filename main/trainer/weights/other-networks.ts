import type { NamedArrays } from '../network/named-arrays'
import { quoted, withCommas } from './file-sentence'

/** Cells whose gates lie below each other in the recurrent kernel: so many blocks of [hidden, hidden]. */
const GATED_CELLS = new Map([
  [3, 'a GRU'],
  [4, 'an LSTM'],
])

/**
 * Recognises recurrent networks of PyTorch that are not Unroll's (`torch.nn.RNNBase`, names and shapes of its
 * `all_weights`), whatever their module is called.
 *
 * @returns what it is, why it does not fit and what to do, as the end of a sentence; null for nothing known
 */
export function otherNetwork(tensors: NamedArrays): string | null {
  for (const [name, { shape }] of tensors) {
    const found = foundIn(name, shape)
    if (found) return found
  }
  const inputs = tensors.get('rnn.weight_ih_l0')?.shape
  if (inputs?.length === 2 && inputs[1] !== 1)
    return `it should have 1 input at each time step, but has ${withCommas(inputs[1] ?? 0)}; choose weights of torch.nn.RNN(1, …)`
  const outputs = tensors.get('out.weight')?.shape
  if (outputs?.length === 2 && outputs[0] !== 1)
    return `it should have 1 output at each time step, but has ${withCommas(outputs[0] ?? 0)}; choose weights of torch.nn.Linear(…, 1)`
  return null
}

function foundIn(name: string, shape: readonly number[]): string | null {
  const [rows, columns] = shape
  const cell = GATED_CELLS.get((rows ?? 0) / (columns ?? 0))
  if (/(?:^|\.)weight_hh_l0$/.test(name) && shape.length === 2 && cell)
    return `it should have a simple cell, but ${quoted(name)} has ${withCommas(rows ?? 0)} rows for ${withCommas(columns ?? 0)} hidden units, which makes it ${cell}; choose weights of a torch.nn.RNN`
  if (/(?:^|\.)(?:weight|bias)_[ih]h_l\d+_reverse$/.test(name))
    return `it should run forward in time only, but has ${quoted(name)}; choose weights of a torch.nn.RNN that is not bidirectional`
  if (/(?:^|\.)(?:weight|bias)_[ih]h_l[1-9]\d*$/.test(name))
    return `it should have one recurrent layer, but has ${quoted(name)} of another; choose weights of a torch.nn.RNN with num_layers=1`
  return null
}
