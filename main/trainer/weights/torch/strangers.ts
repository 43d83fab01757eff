import type { NamedArrays } from '../../network/shape/named-arrays'
import { quoted, withCommas } from '../base/file-sentence'

/** What a tensor belongs to that is neither a recurrent layer nor a read-out, by its name and its sisters'. */
const KINDS: readonly { readonly ends: RegExp; readonly what: string }[] = [
  { ends: /(?:^|[./])(?:running_mean|running_var|num_batches_tracked)$/, what: 'a batch normalisation' },
  { ends: /(?:^|[./])in_proj_(?:weight|bias)$/, what: 'an attention' },
  { ends: /(?:^|[./])(?:weight_[guv]|weight_orig)$|parametrizations/, what: 'a normed weight' },
  { ends: /(?:^|[./])[hc]_?0$/, what: 'an initial state' },
]

/**
 * Names the modules of tensors that Unroll's networks do not have: `"bn" (a batch normalisation)`, `"norm"`, `"scale"`.
 *
 * @param names of such tensors, at least one
 */
export function strangers(names: readonly string[], tensors: NamedArrays): string {
  const modules = new Map<string, string | undefined>()
  for (const name of names) {
    const path = /^(.*)[./][^./]*$/.exec(name)?.[1] ?? name
    modules.set(path, modules.get(path) ?? kindOf(name, tensors))
  }
  const told = [...modules].map(([path, kind]) => (kind ? `${quoted(path)} (${kind})` : quoted(path)))
  const shown = told.slice(0, told.length > 4 ? 3 : 4)
  const last = told.length > shown.length ? `${withCommas(told.length - shown.length)} more` : shown.pop()
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : `${last}`
}

function kindOf(name: string, tensors: NamedArrays): string | undefined {
  const known = KINDS.find(({ ends }) => ends.test(name))
  if (known) return known.what
  const axes = tensors.get(name)?.shape.length
  const isWeight = /(?:^|[./])weight$/.test(name)
  // A batch normalisation is told by its running mean, which may come later in the file.
  const stem = name.slice(0, -'weight'.length)
  if (isWeight && axes === 1) return tensors.has(`${stem}running_mean`) ? undefined : 'a normalisation'
  return isWeight && axes !== undefined && axes > 2 ? 'a convolution' : undefined
}
