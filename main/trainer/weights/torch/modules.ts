import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'

/** The arrays of one layer of `torch.nn.RNN`, `GRU`, `LSTM`, or of one of their cells; what the file lacks is undefined. */
export type LayerArrays = {
  readonly weightIh: ArrayOf | undefined
  readonly weightHh: ArrayOf | undefined
  readonly biasIh: ArrayOf | undefined
  readonly biasHh: ArrayOf | undefined
}

/** A recurrent module under the path that the file has it, and its layers by their numbers. */
export type RecurrentModule = { readonly path: string; readonly layers: ReadonlyMap<number, LayerArrays> }

/** A module with a matrix and perhaps a bias, as a `torch.nn.Linear` has them. */
export type MatrixModule = {
  readonly path: string
  readonly weight: ArrayOf
  readonly bias: ArrayOf | undefined
}

/** What the tensors of a state_dict are, by their names and axes alone. */
export type Modules = {
  readonly recurrent: readonly RecurrentModule[]
  readonly matrices: readonly MatrixModule[]
  /** The names of all other tensors. */
  readonly rest: readonly string[]
}

/** Of a module with layers `lstm.weight_ih_l0`, of a cell `lstm.weight_ih`; without a path where it is the root itself. */
const OF_RECURRENT = /^(?:(.*)[./])?((?:weight|bias)_(?:ih|hh))(?:_l(0|[1-9]\d*))?$/
const OF_MATRIX = /^(?:(.*)[./])?weight$/

/** The name of a tensor in a module; of a module that is the root, its own. */
export function nameIn(path: string, tensor: string): string {
  return path === '' ? tensor : `${path}.${tensor}`
}

/** Sorts the tensors of a state_dict, whatever its modules are called and wrapped in. */
export function sortModules(tensors: NamedArrays): Modules {
  const recurrent = new Map<string, Map<number, LayerArrays>>()
  const taken = new Set<string>()
  for (const name of tensors.keys()) {
    const [matched, path = '', tensor, layer] = OF_RECURRENT.exec(name) ?? []
    if (matched === undefined || tensor === undefined) continue
    const ending = layer === undefined ? '' : `_l${layer}`
    const start = name.slice(0, name.length - tensor.length - ending.length)
    const take = (part: string) => tensors.get(`${start}${part}${ending}`)
    const layers = recurrent.get(path) ?? new Map<number, LayerArrays>()
    recurrent.set(path, layers)
    layers.set(Number(layer ?? 0), {
      weightIh: take('weight_ih'),
      weightHh: take('weight_hh'),
      biasIh: take('bias_ih'),
      biasHh: take('bias_hh'),
    })
    taken.add(name)
  }
  const matrices: MatrixModule[] = []
  for (const [name, weight] of tensors) {
    const [matched, path = ''] = OF_MATRIX.exec(name) ?? []
    if (matched === undefined || weight.shape.length !== 2) continue
    const bias = `${name.slice(0, -'weight'.length)}bias`
    matrices.push({ path, weight, bias: tensors.get(bias) })
    taken.add(name).add(bias)
  }
  return {
    recurrent: [...recurrent].map(([path, layers]) => ({ path, layers })),
    matrices,
    rest: [...tensors.keys()].filter((name) => !taken.has(name)),
  }
}
