import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { File } from 'h5wasm'
import type { ArrayOf } from '../../../network/shape/named-arrays'
import { damaged, mismatch } from '../../base/file-sentence'
import type { KerasLayer } from '../../layouts/keras-layout'
import { textsAttribute } from '../hdf5/attributes'
import { classOf, PASSED_OVER } from '../layer-names'
import { createArrayReader } from './arrays'
import type { ReadArrays } from './groups'
import { biasOr, kindOfKernel } from './kernels'
import { arrayNames } from './lists'

/** The attribute that tells a weight file of Keras 2 from others. */
export const LAYER_NAMES = 'layer_names'
const MAX_LAYERS = 64

/**
 * Reads what `save_weights("w.h5")` of Keras 2 writes: the layers of a model in order, by names that anybody may have
 * chosen, and their arrays, but nothing of what they compute.
 */
export function readOldWeights(file: File): Result<ReadArrays> {
  const names = textsAttribute(file, LAYER_NAMES)
  if (!names) return damaged(text('kerasFile.noLayerList', { name: LAYER_NAMES }))
  if (names.length > MAX_LAYERS) return mismatch(text('kerasFile.manyLayers', { found: names.length }))
  const { read, notes } = createArrayReader()
  const layers: KerasLayer[] = []
  const readouts: { kernel: ArrayOf; bias: ArrayOf }[] = []
  for (const name of names) {
    const listed = arrayNames(file, name)
    if (!listed.ok) return listed
    if (listed.value.length === 0) {
      if (PASSED_OVER.has(classOf(name).className) || /^input(?:_\d+|_layer(?:_\d+)?)?$|_input$/.test(name))
        continue
      return mismatch(text('kerasFile.emptyLayer', { layer: name }))
    }
    const arrays = new Map<string, ArrayOf>()
    for (const path of listed.value) {
      const array = read(file, `${name}/${path}`)
      if (!array.ok) return array
      if (!array.value) return damaged(text('kerasFile.arrayMissing', { name: `${name}/${path}` }))
      arrays.set(path.slice(path.lastIndexOf('/') + 1).replace(/:\d+$/, ''), array.value)
    }
    const [kernel, recurrentKernel] = [arrays.get('kernel'), arrays.get('recurrent_kernel')]
    const odd = [...arrays.keys()].find((each) => !['kernel', 'recurrent_kernel', 'bias'].includes(each))
    if (!kernel || odd !== undefined || arrays.size !== listed.value.length || /bidirectional/.test(name))
      return mismatch(text('kerasFile.oddArrays', { layer: name, arrays: [...arrays.keys()] }))
    if (recurrentKernel && readouts.length === 0)
      layers.push({
        kernel,
        recurrentKernel,
        bias: biasOr(arrays.get('bias'), kindOfKernel(recurrentKernel)),
      })
    else
      readouts.push({
        kernel,
        bias: arrays.get('bias') ?? biasOr(undefined, { columns: kernel.shape[1] ?? 0, gates: 1 }),
      })
  }
  const [readout] = readouts
  if (readouts.length !== 1 || !readout || layers.length === 0)
    return mismatch(text('kerasFile.otherLayerCounts', { recurrent: layers.length, dense: readouts.length }))
  return ok({
    arrays: { layers, readout },
    notes: [
      {
        kind: 'defaults',
        file: 'Keras 2',
        gated: layers.some(({ recurrentKernel }) => kindOfKernel(recurrentKernel).gates > 1),
      },
      ...notes(),
    ],
  })
}
