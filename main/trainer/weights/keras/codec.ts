import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import type { File } from 'h5wasm'
import { readArchive } from '../base/archive'
import { damaged } from '../base/file-sentence'
import { parsedJson } from '../base/parsed-json'
import { fromKeras, toKeras } from '../layouts/keras-layout'
import { checkNamedWeights, nameWeights, type Weights, withCellTold, withNotes } from '../named-weights'
import type { WeightCodec } from '../weight-codec'
import { MAX_WEIGHTS_BYTES } from '../weight-file'
import { lookIntoHdf5, makeHdf5 } from './hdf5/hdf5'
import { readModel } from './model/read-model'
import { type KerasFile, notKeras, readKerasFile, readModelWeights } from './read/file'
import { writeTree } from './write-tree'

/** How every HDF5 file begins: format specification, version 3, superblock. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
const WEIGHTS_OF_MODEL = 'model.weights.h5'
const CONFIG_OF_MODEL = 'config.json'

/** Weights as Keras 3 keeps them in a `.weights.h5`; read also from whole models, and from files of Keras 2. */
export const kerasCodec: WeightCodec = {
  encode: async (weights, { name }) => {
    const { tensors, metadata } = nameWeights(weights)
    const { cell, layers } = weights.config.network
    const arrays = toKeras(tensors, layers)
    return ok([{ name, bytes: await makeHdf5((file) => writeTree(file, arrays, cell, metadata)) }])
  },
  decode: ({ bytes }, fallback) => {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return decodeModel(bytes, fallback)
    return decodeHdf5(bytes, fallback, readKerasFile)
  },
}

async function decodeModel(bytes: Uint8Array, fallback: RunConfig): Promise<Result<Weights>> {
  const members = readArchive(bytes, MAX_WEIGHTS_BYTES)
  if (!members.ok) return members
  const config = members.value.get(CONFIG_OF_MODEL)
  const weights = members.value.get(WEIGHTS_OF_MODEL)
  if (!config || !weights)
    return notKeras(text('kerasFile.otherArchive', { config: CONFIG_OF_MODEL, weights: WEIGHTS_OF_MODEL }))
  const model = parsedJson(new TextDecoder().decode(config))
  if (model === undefined) return damaged(text('kerasFile.noJson', { name: CONFIG_OF_MODEL }))
  const plan = readModel(model)
  return plan.ok ? decodeHdf5(weights, fallback, (file) => readModelWeights(file, plan.value)) : plan
}

async function decodeHdf5(
  bytes: Uint8Array,
  fallback: RunConfig,
  look: (file: File) => Result<KerasFile>,
): Promise<Result<Weights>> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) return notKeras(text('kerasFile.notHdf5'))
  const found = await lookIntoHdf5(bytes, look)
  if (!found) return damaged(text('kerasFile.unreadable'))
  if (!found.ok) return found
  const { arrays, metadata, cell, notes } = found.value
  const tensors = fromKeras(arrays)
  if (!tensors.ok) return tensors
  const weights = checkNamedWeights(
    tensors.value,
    metadata,
    cell ? withSettings(fallback, { cell }) : fallback,
  )
  return withNotes(cell ? withCellTold(weights) : weights, notes)
}
