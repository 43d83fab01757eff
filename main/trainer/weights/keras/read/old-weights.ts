import { ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import type { File } from 'h5wasm'
import type { ArrayOf } from '../../../network/shape/named-arrays'
import { damaged, mismatch, quoted } from '../../base/file-sentence'
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
const WHOLE = 'in Keras, save the whole model with model.save("model.keras") and load that'

/**
 * Reads what `save_weights("w.h5")` of Keras 2 writes: the layers of a model in order, by names that anybody may have
 * chosen, and their arrays, but nothing of what they compute.
 */
export function readOldWeights(file: File): Result<ReadArrays> {
  const names = textsAttribute(file, LAYER_NAMES)
  if (!names) return damaged(`${quoted(LAYER_NAMES)} should list its layers, but does not`)
  if (names.length > MAX_LAYERS)
    return mismatch(
      `it should have from 1 to 4 recurrent layers and a Dense one, but has ${counted(names.length, 'layer')}; ${WHOLE}`,
    )
  const { read, notes } = createArrayReader()
  const layers: KerasLayer[] = []
  const readouts: { kernel: ArrayOf; bias: ArrayOf }[] = []
  for (const name of names) {
    const listed = arrayNames(file, name)
    if (!listed.ok) return listed
    if (listed.value.length === 0) {
      if (PASSED_OVER.has(classOf(name).className) || /^input(?:_\d+|_layer(?:_\d+)?)?$|_input$/.test(name))
        continue
      return mismatch(
        `it is a weight file of Keras 2, which does not say what the layer ${quoted(name)} does, and that has no weights; ${WHOLE}`,
      )
    }
    const arrays = new Map<string, ArrayOf>()
    for (const path of listed.value) {
      const array = read(file, `${name}/${path}`)
      if (!array.ok) return array
      if (!array.value) return damaged(`${quoted(`${name}/${path}`)} should be an array, but is not there`)
      arrays.set(path.slice(path.lastIndexOf('/') + 1).replace(/:\d+$/, ''), array.value)
    }
    const [kernel, recurrentKernel] = [arrays.get('kernel'), arrays.get('recurrent_kernel')]
    const odd = [...arrays.keys()].find((each) => !['kernel', 'recurrent_kernel', 'bias'].includes(each))
    if (!kernel || odd !== undefined || arrays.size !== listed.value.length || /bidirectional/.test(name))
      return mismatch(
        `its layers should be SimpleRNN, GRU or LSTM, and a Dense one, but ${quoted(name)} has ${quoted([...arrays.keys()].join(', '))}; choose weights of such a model`,
      )
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
    return mismatch(
      `it should have recurrent layers and then one Dense layer, but has ${layers.length} and ${readouts.length}; choose weights of such a model`,
    )
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
