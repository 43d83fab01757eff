import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { NamedArrays } from '../../network/shape/named-arrays'

/** What a tensor belongs to that is neither a recurrent layer nor a read-out, by its name and its sisters'. */
const KINDS: readonly { readonly ends: RegExp; readonly what: Text }[] = [
  {
    ends: /(?:^|[./])(?:running_mean|running_var|num_batches_tracked)$/,
    what: text('torch.batchNormalisation'),
  },
  { ends: /(?:^|[./])in_proj_(?:weight|bias)$/, what: text('torch.attention') },
  { ends: /(?:^|[./])(?:weight_[guv]|weight_orig)$|parametrizations/, what: text('torch.normedWeight') },
  { ends: /(?:^|[./])[hc]_?0$/, what: text('torch.initialState') },
]

/**
 * Names the modules of tensors that Unroll's networks do not have: `"bn" (a batch normalisation)`, `"norm"`, `"scale"`.
 *
 * @param names of such tensors
 */
export function strangers(names: readonly string[], tensors: NamedArrays): Text[] {
  const modules = new Map<string, Text | undefined>()
  for (const name of names) {
    const path = /^(.*)[./][^./]*$/.exec(name)?.[1] ?? name
    modules.set(path, modules.get(path) ?? kindOf(name, tensors))
  }
  return [...modules].map(([path, kind]) =>
    kind ? text('torch.moduleOf', { path, kind }) : text('torch.module', { path }),
  )
}

function kindOf(name: string, tensors: NamedArrays): Text | undefined {
  const known = KINDS.find(({ ends }) => ends.test(name))
  if (known) return known.what
  const axes = tensors.get(name)?.shape.length
  const isWeight = /(?:^|[./])weight$/.test(name)
  // A batch normalisation is told by its running mean, which may come later in the file.
  const stem = name.slice(0, -'weight'.length)
  if (isWeight && axes === 1)
    return tensors.has(`${stem}running_mean`) ? undefined : text('torch.normalisation')
  return isWeight && axes !== undefined && axes > 2 ? text('torch.convolution') : undefined
}
