import type { NamedArrays } from '../../network/named-arrays'
import { quoted, withCommas } from '../base/file-sentence'

/** What to do in PyTorch when names do not fit. */
export const RENAME =
  'save the state_dict of a module that has a torch.nn.RNN, GRU or LSTM called rnn and a torch.nn.Linear called out'

/** Parameters of a recurrent layer that Unroll's networks do not have, by the ends of their names. */
const FOREIGN: readonly { readonly ends: RegExp; readonly why: string; readonly choose: string }[] = [
  {
    ends: /(?:^|\.)(?:weight|bias)_(?:[ih]h|hr)_l\d+_reverse$/,
    why: 'it should run forward in time only',
    choose: 'choose weights of a network with bidirectional=False',
  },
  {
    ends: /(?:^|\.)weight_hr_l\d+$/,
    why: 'it should hand on its whole hidden state, without a projection',
    choose: 'choose weights of a torch.nn.LSTM with proj_size=0',
  },
]

/**
 * Recognises recurrent networks of PyTorch that are not Unroll's (`torch.nn.RNNBase`, names and shapes of its
 * `all_weights`), whatever their module is called.
 *
 * @returns what it is, why it does not fit and what to do, as the end of a sentence; null for nothing known
 */
export function otherNetwork(tensors: NamedArrays): string | null {
  for (const { ends, why, choose } of FOREIGN)
    for (const name of tensors.keys())
      if (ends.test(name)) return `${why}, but has ${quoted(name)}; ${choose}`
  const called = calledOtherwise(tensors)
  if (called) return called
  const inputs = tensors.get('rnn.weight_ih_l0')?.shape
  if (inputs?.length === 2 && inputs[1] !== 1)
    return `it should have 1 input at each time step, but has ${withCommas(inputs[1] ?? 0)}; choose weights of a network with input_size=1`
  const outputs = tensors.get('out.weight')?.shape
  if (outputs?.length === 2 && outputs[0] !== 1)
    return `it should have 1 output at each time step, but has ${withCommas(outputs[0] ?? 0)}; choose weights of torch.nn.Linear(…, 1)`
  return null
}

/** The right layers under another name: the most likely of all mistakes. */
function calledOtherwise(tensors: NamedArrays): string | null {
  if (tensors.has('rnn.weight_hh_l0')) return null
  for (const name of tensors.keys()) {
    const path = /^(.+)\.weight_hh_l0$/.exec(name)?.[1]
    if (path !== undefined)
      return `its recurrent layers should be called rnn, but are called ${quoted(path)}; in PyTorch, ${RENAME}`
  }
  return null
}
