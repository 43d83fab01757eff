import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { File, Group } from 'h5wasm'
import type { ArrayOf } from '../../../network/shape/named-arrays'
import { damaged, mismatch } from '../../base/file-sentence'
import { textsAttribute } from '../hdf5/attributes'
import { isGroup } from '../hdf5/hdf5'
import { assembled } from '../model/assemble'
import { arraysOf, type ModelPlan, type PlannedArray } from '../model/plan'
import { createArrayReader } from './arrays'
import { fitting, type ReadArrays } from './groups'

/*
 * The older form of Keras, which `model.save("m.h5")` of Keras 3 writes as well: a group for each layer of the whole
 * model, with the names of its arrays as a list in `weight_names`, those that are trained before the others.
 * Source: keras/src/legacy/saving/legacy_h5_format.py, `save_weights_to_hdf5_group`.
 */

/** Where a whole model has its arrays. */
export const WEIGHTS_OF_MODEL = 'model_weights'

/** Reads the arrays of a known model. */
export function readLists(file: File, plan: ModelPlan): Result<ReadArrays> {
  const groups = file.get(WEIGHTS_OF_MODEL)
  if (!isGroup(groups)) return mismatch(text('kerasFile.noWeights'))
  const { read, notes } = createArrayReader()
  const found = new Map<PlannedArray, ArrayOf>()
  for (const [top, expected] of byLayer(arraysOf(plan))) {
    const listed = arrayNames(groups, top)
    if (!listed.ok) return listed
    if (listed.value.length !== expected.length)
      return mismatch(
        text('kerasFile.otherArrayCount', {
          layer: top,
          expected: expected.length,
          found: listed.value.length,
        }),
      )
    for (const [index, planned] of expected.entries()) {
      const place = `${top}/${listed.value[index]}`
      const array = fitting(read(groups, place), planned, place)
      if (!array.ok) return array
      found.set(planned, array.value)
    }
  }
  return ok({ arrays: assembled(plan, (planned) => found.get(planned) as ArrayOf), notes: notes() })
}

/** The arrays of each layer of the whole model, in the order of its list. */
function byLayer(arrays: readonly PlannedArray[]): Map<string, PlannedArray[]> {
  const tops = new Map<string, PlannedArray[]>()
  for (const trained of [true, false])
    for (const array of arrays)
      if (array.trainable === trained)
        tops.set(array.place.top, [...(tops.get(array.place.top) ?? []), array])
  return tops
}

/** The names of a layer's arrays, in the order in which Keras has them. */
export function arrayNames(groups: Group, layer: string): Result<readonly string[]> {
  const group = groups.get(layer)
  const names = isGroup(group) ? textsAttribute(group, 'weight_names') : null
  return names ? ok(names) : damaged(text('kerasFile.noArrayList', { layer }))
}
