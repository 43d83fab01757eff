import { fail, ok, type Result } from '@contract/result'
import type { Dataset, File, Group } from 'h5wasm'
import { type ArrayOf, sizeOf } from '../../network/named-arrays'
import { damaged, mismatch, notWeights, quoted, withCommas } from '../base/file-sentence'
import type { KerasArrays, KerasLayer } from '../layouts/keras-layout'
import { MAX_WEIGHTS_BYTES } from '../weight-file'
import { isDataset, isGroup } from './hdf5'
import { classOf, RECURRENT } from './layer-names'
import { METADATA } from './write-tree'

/** What a Keras file holds that matters here. */
export type KerasTree = {
  readonly arrays: KerasArrays
  /** Our metadata, or null when there are none. */
  readonly metadata: string | null
}

const FLOAT = 1
const INTEGER = 0
/** Numbers in the largest array of any network of ours, a recurrent kernel: [512, 4 · 512]. */
const MAX_NUMBERS = 512 * 4 * 512
/** More groups in `layers` than any network of ours has, with room for those that do not count. */
const MAX_GROUPS = 32

/** What to choose instead of a file that is none of Keras 3's. */
export const CHOOSE = 'a .weights.h5 file that save_weights of Keras 3 or Unroll has written'

/**
 * Reads the tree that `writeTree` and Keras write. Of a Functional model the layers count, not how they are connected;
 * what an optimiser keeps is passed over. An array is only read when its size is known to be that of one.
 */
export function readTree(file: File): Result<KerasTree> {
  const layers = file.get('layers')
  if (!isGroup(layers)) {
    const older = isGroup(file.get('model_weights'))
    return notWeights(
      older
        ? 'it is a whole model of an older Keras; load it there and write it with model.save_weights("run.weights.h5")'
        : 'a weight file of Keras 3 has a group "layers", but this one has none',
      CHOOSE,
    )
  }
  const names = layers.keys()
  if (names.length > MAX_GROUPS)
    return mismatch(
      `it should have from 1 to 4 recurrent layers and a Dense one, but has ${names.length} groups of layers; choose weights of such a model`,
    )
  const sorted = sortLayers(names)
  if (!sorted.ok) return sorted
  const { recurrent, gates, readout } = sorted.value
  const read: KerasLayer[] = []
  for (const name of recurrent) {
    const arrays = readArrays(layers, `${name}/cell/vars`, 3)
    if (!arrays.ok) return arrays
    const [kernel, recurrentKernel, bias] = arrays.value as [ArrayOf, ArrayOf, ArrayOf]
    const [hidden = 0, columns = 0] = recurrentKernel.shape
    if (columns !== gates * hidden)
      return mismatch(
        `${quoted(name)} should have a recurrent kernel with ${gates} columns for each row, but it is [${recurrentKernel.shape.join(', ')}]; choose weights of such layers`,
      )
    read.push({ kernel, recurrentKernel, bias })
  }
  const last = readArrays(layers, readout, 2)
  if (!last.ok) return last
  const [kernel, bias] = last.value as [ArrayOf, ArrayOf]
  const metadata = readBytes(file)
  if (!metadata.ok) return metadata
  return ok({ arrays: { layers: read, readout: { kernel, bias } }, metadata: metadata.value })
}

type Sorted = { readonly recurrent: readonly string[]; readonly gates: number; readonly readout: string }

/** Tells the recurrent layers, in order, and the read-out by the names of their groups. */
function sortLayers(names: readonly string[]): Result<Sorted> {
  const layers = names.map((name) => ({ name, ...classOf(name) }))
  const foreign = layers.find(
    ({ className }) =>
      RECURRENT[className] === undefined && !['dense', 'time_distributed', 'input_layer'].includes(className),
  )
  if (foreign)
    return mismatch(
      `it should be of SimpleRNN, GRU or LSTM layers and a Dense one, but has ${quoted(foreign.name)}; choose weights of such a model`,
    )
  const recurrent = layers
    .filter(({ className }) => RECURRENT[className] !== undefined)
    .sort((a, b) => a.index - b.index)
  const classes = new Set(recurrent.map(({ className }) => className))
  const [className = ''] = classes
  if (classes.size !== 1)
    return mismatch(
      `its recurrent layers should be of one class, but are of ${classes.size === 0 ? 'none' : [...classes].join(' and ')}; choose weights of SimpleRNN, GRU or LSTM layers alone`,
    )
  const readouts = layers.filter(({ className: name }) => name === 'dense' || name === 'time_distributed')
  const [readout] = readouts
  if (readouts.length !== 1 || !readout)
    return mismatch(
      `it should have one Dense layer, but has ${readouts.length}; choose weights of a model that ends in Dense(1)`,
    )
  return ok({
    recurrent: recurrent.map(({ name }) => name),
    gates: RECURRENT[className] as number,
    readout: `${readout.name}/${readout.className === 'dense' ? 'vars' : 'layer/vars'}`,
  })
}

/** The arrays of one layer, by number. */
function readArrays(layers: Group, place: string, count: number): Result<readonly ArrayOf[]> {
  const arrays: ArrayOf[] = []
  for (let index = 0; index < count; index++) {
    const found = layers.get(`${place}/${index}`)
    if (!isDataset(found))
      return mismatch(
        `${quoted(`layers/${place}`)} should hold ${count} arrays, but has no "${index}"; choose weights of a layer with a bias`,
      )
    const array = readFloats(found)
    if (!array.ok)
      return damaged(
        `${quoted(`layers/${place}/${index}`)} should hold float32 numbers ${array.error.message}`,
      )
    arrays.push(array.value)
  }
  return ok(arrays)
}

/** The numbers of an array, if that is what it holds; the message is the end of a sentence. */
function readFloats(dataset: Dataset): Result<ArrayOf> {
  const refuse = (found: string) => fail('file-not-weights', found)
  const { type, size, shape, virtual_sources } = dataset.metadata
  if (type !== FLOAT || size !== Float32Array.BYTES_PER_ELEMENT)
    return refuse('of four bytes, but holds something else')
  if (virtual_sources !== undefined) return refuse('itself, but refers to other files for them')
  const count = shape ? sizeOf(shape) : Number.NaN
  if (!shape || shape.length > 2 || !(count <= MAX_NUMBERS))
    return refuse(
      `of one or two axes and no more than ${withCommas(MAX_NUMBERS)}, but says [${shape?.slice(0, 4).join(', ')}]`,
    )
  const values = dataset.value
  if (!(values instanceof Float32Array) || values.length !== count)
    return refuse(`in the shape [${shape.join(', ')}], but they cannot be read`)
  return ok({ shape, values })
}

/** Our metadata, if there are any. */
function readBytes(file: File): Result<string | null> {
  const found = file.get(METADATA)
  if (!isDataset(found)) return ok(null)
  const { type, size, shape } = found.metadata
  const good = type === INTEGER && size === 1 && shape?.length === 1 && (shape[0] ?? 0) <= MAX_WEIGHTS_BYTES
  const value = good ? found.value : null
  return value instanceof Uint8Array
    ? ok(new TextDecoder().decode(value))
    : damaged(`${quoted(METADATA)} should hold bytes, but does not`)
}
