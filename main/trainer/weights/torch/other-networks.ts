import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { MAX_INPUTS, MAX_OUTPUTS } from '@contract/settings/source-config'
import type { NamedArrays } from '../../network/shape/named-arrays'
import { featuresOf } from './weight-sizes'

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

/** Recognises networks of more inputs or outputs than Unroll trains, as a part of a sentence; null for others. */
export function tooManyFeatures(tensors: NamedArrays): Text | null {
  const { inputs, outputs } = featuresOf(tensors)
  if (inputs < 1 || inputs > MAX_INPUTS) return text('torch.otherInputs', { most: MAX_INPUTS, found: inputs })
  if (outputs < 1 || outputs > MAX_OUTPUTS)
    return text('torch.otherOutputs', { most: MAX_OUTPUTS, found: outputs })
  return null
}
