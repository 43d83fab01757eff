import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { NamedArrays } from '../../network/shape/named-arrays'

/** Parameters of a recurrent layer that Unroll's networks do not have, by the ends of their names. */
const FOREIGN: readonly { readonly ends: RegExp; readonly why: (name: string) => Text }[] = [
  {
    ends: /(?:^|[./])(?:weight|bias)_(?:[ih]h|hr)_l\d+_reverse$/,
    why: (name) => text('torch.bothDirections', { name }),
  },
  {
    ends: /(?:^|[./])weight_hr_l\d+$/,
    why: (name) => text('torch.projection', { name }),
  },
]

/**
 * Recognises recurrent layers of PyTorch that are not Unroll's (`torch.nn.RNNBase`, names of its `all_weights`),
 * whatever their module is called.
 *
 * @returns why they do not fit and what to do, as a part of a sentence; null for nothing known
 */
export function sparedLayers(tensors: NamedArrays): Text | null {
  for (const { ends, why } of FOREIGN)
    for (const name of tensors.keys()) if (ends.test(name)) return why(name)
  return null
}

/** Recognises networks of another number of inputs or outputs, as a part of a sentence; null for others. */
export function otherFeatures(tensors: NamedArrays): Text | null {
  const inputs = tensors.get('rnn.weight_ih_l0')?.shape
  if (inputs?.length === 2 && inputs[1] !== 1) return text('torch.otherInputs', { found: inputs[1] ?? 0 })
  const outputs = tensors.get('out.weight')?.shape
  if (outputs?.length === 2 && outputs[0] !== 1) return text('torch.otherOutputs', { found: outputs[0] ?? 0 })
  return null
}
