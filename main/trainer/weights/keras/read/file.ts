import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { CellName } from '@contract/settings/run-config'
import type { File } from 'h5wasm'
import { damaged, notWeights } from '../../base/file-sentence'
import { parsedJson } from '../../base/parsed-json'
import { textAttribute, textsAttribute } from '../hdf5/attributes'
import type { ModelPlan } from '../model/plan'
import { readModel } from '../model/read-model'
import { containerIn, type ReadArrays, readGroups } from './groups'
import { readLists, WEIGHTS_OF_MODEL } from './lists'
import { readMetadata } from './metadata'
import { LAYER_NAMES, readOldWeights } from './old-weights'
import { readTree } from './tree'

/** What a file of Keras holds that matters here. */
export type KerasFile = ReadArrays & {
  readonly metadata: ReadonlyMap<string, string>
  /** The cell, where the file says which it is. */
  readonly cell: CellName | null
}

/** The attribute that a whole model has, a JSON text. */
const MODEL = 'model_config'

/** The bytes are something else than a file of Keras. */
export function notKeras(what: Text) {
  return notWeights(what, text('kerasFile.choose'))
}

/** Reads an HDF5 file of Keras, in whichever of its three forms: weights of Keras 3, whole models, weights of Keras 2. */
export function readKerasFile(file: File): Result<KerasFile> {
  const written = textAttribute(file, MODEL)
  if (written !== null) {
    const config = parsedJson(written)
    if (config === undefined) return damaged(text('kerasFile.noJson', { name: MODEL }))
    const plan = readModel(config)
    return plan.ok ? ofModel(plan.value, readLists(file, plan.value)) : plan
  }
  if (containerIn(file) !== undefined) {
    const metadata = readMetadata(file)
    if (!metadata.ok) return metadata
    const found = readTree(file)
    if (!found.ok) return found
    const notes = metadata.value.size > 0 ? [] : found.value.notes
    return ok({ ...found.value, notes, metadata: metadata.value, cell: null })
  }
  if (textsAttribute(file, LAYER_NAMES)) {
    const found = readOldWeights(file)
    return found.ok ? ok({ ...found.value, metadata: new Map(), cell: null }) : found
  }
  return strange(file)
}

/** Reads `model.weights.h5` of a `.keras` archive, by its model. */
export function readModelWeights(file: File, plan: ModelPlan): Result<KerasFile> {
  return containerIn(file) === undefined ? strange(file) : ofModel(plan, readGroups(file, plan))
}

function ofModel({ cell, notes }: ModelPlan, found: Result<ReadArrays>): Result<KerasFile> {
  if (!found.ok) return found
  return ok({
    arrays: found.value.arrays,
    notes: [...notes, ...found.value.notes],
    metadata: new Map(),
    cell,
  })
}

function strange(file: File) {
  const groups = file.keys()
  if (groups.includes(WEIGHTS_OF_MODEL))
    return notKeras(text('kerasFile.noModel', { weights: WEIGHTS_OF_MODEL, model: MODEL }))
  const own = groups.filter((name) => !['vars', 'optimizer'].includes(name))
  return notKeras(text('kerasFile.noLayers', { own }))
}
