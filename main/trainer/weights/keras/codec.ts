import { ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { withSettings } from '@contract/settings/settings'
import { readArchive } from '../base/archive'
import { damaged, damagedMetadata, notWeights } from '../base/file-sentence'
import { metadataIn } from '../base/metadata-text'
import { fromKeras, toKeras } from '../layouts/keras-layout'
import { checkNamedWeights, nameWeights, type Weights, withCellTold } from '../named-weights'
import type { WeightCodec } from '../weight-codec'
import { MAX_WEIGHTS_BYTES } from '../weight-file'
import { lookIntoHdf5, makeHdf5 } from './hdf5'
import { cellOfModel } from './model-config'
import { CHOOSE, readTree } from './read-tree'
import { writeTree } from './write-tree'

/** How every HDF5 file begins: format specification, version 3, superblock. */
const SIGNATURE = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]
const WEIGHTS_OF_MODEL = 'model.weights.h5'
const CONFIG_OF_MODEL = 'config.json'

/** Weights as Keras 3 keeps them: a `.weights.h5`, or read from a whole `.keras` model. */
export const kerasCodec: WeightCodec = {
  encode: async (weights, { name }) => {
    const { tensors, metadata } = nameWeights(weights)
    const { cell, layers } = weights.config.network
    const arrays = toKeras(tensors, layers)
    return ok([{ name, bytes: await makeHdf5((file) => writeTree(file, arrays, cell, metadata)) }])
  },
  decode: ({ bytes }, fallback) => {
    if (bytes[0] === 0x50 && bytes[1] === 0x4b) return decodeModel(bytes, fallback)
    return decodeWeights(bytes, fallback)
  },
}

async function decodeModel(bytes: Uint8Array, fallback: RunConfig): Promise<Result<Weights>> {
  const members = readArchive(bytes, MAX_WEIGHTS_BYTES)
  if (!members.ok) return members
  const config = members.value.get(CONFIG_OF_MODEL)
  const weights = members.value.get(WEIGHTS_OF_MODEL)
  if (!config || !weights)
    return notWeights(
      `a .keras archive holds "${CONFIG_OF_MODEL}" and "${WEIGHTS_OF_MODEL}", but this one does not`,
      CHOOSE,
    )
  const cell = cellOfModel(new TextDecoder().decode(config))
  return cell.ok
    ? withCellTold(await decodeWeights(weights, withSettings(fallback, { cell: cell.value })))
    : cell
}

async function decodeWeights(bytes: Uint8Array, fallback: RunConfig): Promise<Result<Weights>> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte))
    return notWeights('a .weights.h5 file is HDF5 and begins so, but this one does not', CHOOSE)
  const tree = await lookIntoHdf5(bytes, readTree)
  if (!tree) return damaged('it is meant as HDF5, but cannot be read as such')
  if (!tree.ok) return tree
  const tensors = fromKeras(tree.value.arrays)
  if (!tensors.ok) return tensors
  const { metadata: text } = tree.value
  const metadata = text === null ? new Map<string, string>() : metadataIn(text)
  if (!metadata) return damagedMetadata('"unroll" should be a JSON object of texts, but is not')
  return checkNamedWeights(tensors.value, metadata, fallback)
}
