import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import type { ArrayOf, NamedArrays } from '../../network/shape/named-arrays'
import { mismatch } from '../base/file-sentence'
import { fromKeras, type KerasArrays } from '../layouts/keras-layout'
import type { RecurrentModule } from '../torch/modules'
import { stackOf } from '../torch/stack'

/*
 * The names of arrays in Keras's layout: Unroll writes `layers/0/kernel`, `layers/0/recurrent_kernel`, `layers/0/bias`, …, and
 * `dense/kernel`, `dense/bias` for the read-out; Keras itself calls them `sequential/lstm/lstm_cell/kernel`, in older versions
 * with `:0` at the end. What comes before the last part is the layer's, and may be anything.
 */
const KERAS_NAME = /^(?:(.*)\/)?(kernel|recurrent_kernel|bias)(?::0)?$/

/** Whether the arrays are called as Keras's are. */
export function areKerasNames(names: readonly string[]): boolean {
  return names.some((name) => /(?:^|\/)(?:recurrent_)?kernel(?::0)?$/.test(name))
}

/** Names the arrays of a network in Keras's layout. */
export function withKerasNames({ layers, readout }: KerasArrays): NamedArrays {
  return new Map([
    ...layers.flatMap(({ kernel, recurrentKernel, bias }, layer): [string, ArrayOf][] => [
      [`layers/${layer}/kernel`, kernel],
      [`layers/${layer}/recurrent_kernel`, recurrentKernel],
      [`layers/${layer}/bias`, bias],
    ]),
    ['dense/kernel', readout.kernel],
    ['dense/bias', readout.bias],
  ])
}

/** A network of Keras under PyTorch's names and in its layouts. */
type Renamed = { readonly tensors: NamedArrays; readonly notes: readonly LoadNote[] }

type Layer = { readonly path: string; readonly arrays: Readonly<Record<string, ArrayOf>> }

/**
 * Finds them again, whatever the layers are called, and gives them PyTorch's names and layouts. Layers without a bias get
 * zeros. Fails with `weights-mismatch`.
 */
export function fromKerasNames(arrays: NamedArrays): Result<Renamed> {
  const layers = new Map<string, Layer & { arrays: Record<string, ArrayOf> }>()
  for (const [name, array] of arrays) {
    const [, path = '', part] = KERAS_NAME.exec(name) ?? []
    if (part === undefined) return mismatch(text('npz.notPart', { name }))
    const layer = layers.get(path) ?? { path, arrays: {} }
    layers.set(path, layer)
    layer.arrays[part] = array
  }
  const recurrent = [...layers.values()].filter((layer) => layer.arrays.recurrent_kernel)
  const others = [...layers.values()].filter((layer) => !layer.arrays.recurrent_kernel)
  const partial = [...layers.values()].find((layer) => !layer.arrays.kernel)
  if (partial) return mismatch(text('npz.missing', { name: `${partial.path}/kernel` }))
  const [dense, ...more] = others
  if (recurrent.length === 0 || !dense || more.length > 0)
    return mismatch(
      text('npz.otherLayers', {
        recurrent: recurrent.length,
        dense: others.length,
        names: [...layers.keys()],
      }),
    )
  const ordered = stackOf(recurrent.map(asModule))
  if (!ordered.ok) return ordered
  const stack = ordered.value.map(({ path }) => layers.get(path) as Layer)
  const noBias = [...stack, dense].filter((layer) => !layer.arrays.bias).map(({ path }) => path)
  const unclear = stack.find(
    ({ arrays: { recurrent_kernel: kernel, bias } }) => !bias && gatesOf(kernel) === 3,
  )
  if (unclear) return mismatch(text('npz.gruWithoutBias', { name: unclear.path }))
  const tensors = fromKeras({
    layers: stack.map(({ arrays: { kernel, recurrent_kernel, bias } }) => ({
      kernel: kernel as ArrayOf,
      recurrentKernel: recurrent_kernel as ArrayOf,
      bias: bias ?? zeroBias(recurrent_kernel as ArrayOf),
    })),
    readout: {
      kernel: dense.arrays.kernel as ArrayOf,
      bias: dense.arrays.bias ?? zeroBias(dense.arrays.kernel as ArrayOf),
    },
  })
  if (!tensors.ok) return tensors
  return ok({
    tensors: tensors.value,
    notes: noBias.length > 0 ? [{ kind: 'no-bias', modules: noBias }] : [],
  })
}

/** As if it were a module of PyTorch, whose kernels are the transposes. */
function asModule({ path, arrays: { kernel, recurrent_kernel } }: Layer): RecurrentModule {
  const transposedShape = (array: ArrayOf | undefined) =>
    array && { ...array, shape: array.shape.toReversed() }
  const layer = {
    weightIh: transposedShape(kernel),
    weightHh: transposedShape(recurrent_kernel),
    biasIh: undefined,
    biasHh: undefined,
  }
  return { path, layers: new Map([[0, layer]]) }
}

function gatesOf(recurrentKernel: ArrayOf | undefined): number {
  const [hidden = 0, columns = 0] = recurrentKernel?.shape ?? []
  return columns / hidden
}

function zeroBias({ shape }: ArrayOf): ArrayOf {
  const columns = shape[1] ?? 0
  return { shape: [columns], values: new Float32Array(columns) }
}
