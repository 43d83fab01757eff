import type { NamedArrays } from '../../network/shape/named-arrays'
import { quoted, withCommas } from '../base/file-sentence'

/** What to do in PyTorch when modules do not fit. */
export const RENAME =
  'save the state_dict of a module that has one torch.nn.RNN, GRU or LSTM and one torch.nn.Linear(…, 1)'

/** Parameters of a recurrent layer that Unroll's networks do not have, by the ends of their names. */
const FOREIGN: readonly { readonly ends: RegExp; readonly why: string; readonly choose: string }[] = [
  {
    ends: /(?:^|[./])(?:weight|bias)_(?:[ih]h|hr)_l\d+_reverse$/,
    why: 'it should run forward in time only',
    choose: 'choose weights of a network with bidirectional=False',
  },
  {
    ends: /(?:^|[./])weight_hr_l\d+$/,
    why: 'it should hand on its whole hidden state, without a projection',
    choose: 'choose weights of a torch.nn.LSTM with proj_size=0',
  },
]

/**
 * Recognises recurrent layers of PyTorch that are not Unroll's (`torch.nn.RNNBase`, names of its `all_weights`),
 * whatever their module is called.
 *
 * @returns why they do not fit and what to do, as the end of a sentence; null for nothing known
 */
export function sparedLayers(tensors: NamedArrays): string | null {
  for (const { ends, why, choose } of FOREIGN)
    for (const name of tensors.keys())
      if (ends.test(name)) return `${why}, but has ${quoted(name)}; ${choose}`
  return null
}

/** Recognises networks of another number of inputs or outputs, as the end of a sentence; null for others. */
export function otherFeatures(tensors: NamedArrays): string | null {
  const inputs = tensors.get('rnn.weight_ih_l0')?.shape
  if (inputs?.length === 2 && inputs[1] !== 1)
    return `it should have 1 input at each time step, but has ${withCommas(inputs[1] ?? 0)}; choose weights of a network with input_size=1`
  const outputs = tensors.get('out.weight')?.shape
  if (outputs?.length === 2 && outputs[0] !== 1)
    return `it should have 1 output at each time step, but has ${withCommas(outputs[0] ?? 0)}; choose weights of torch.nn.Linear(…, 1)`
  return null
}
