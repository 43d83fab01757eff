import { ok, type Result } from '@contract/result'
import type { CellName } from '@contract/settings/run-config'
import type { File } from 'h5wasm'
import { damaged, notWeights, quoted } from '../../base/file-sentence'
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

/** What to choose instead of a file that is not one of Keras. */
export const CHOOSE = 'a file that model.save or save_weights of Keras, or Unroll has written'

/** Reads an HDF5 file of Keras, in whichever of its three forms: weights of Keras 3, whole models, weights of Keras 2. */
export function readKerasFile(file: File): Result<KerasFile> {
  const text = textAttribute(file, MODEL)
  if (text !== null) {
    const config = parsedJson(text)
    if (config === undefined) return damaged('its "model_config" should be a JSON text, but is not')
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
    return notWeights(
      `it has the weights of a whole model, "${WEIGHTS_OF_MODEL}", but not the model, "${MODEL}"`,
      CHOOSE,
    )
  const own = groups.filter((name) => !['vars', 'optimizer'].includes(name))
  return notWeights(
    `a weight file of Keras 3 has a group "layers", but this one has ${own.length === 0 ? 'none' : `none, and ${quoted(own.slice(0, 8).join(', '))} instead`}; if it is of a model of your own class, build that with keras.Sequential or keras.Model(inputs, outputs)`,
    CHOOSE,
  )
}
