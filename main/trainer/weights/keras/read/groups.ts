import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import type { File } from 'h5wasm'
import type { ArrayOf } from '../../../network/shape/named-arrays'
import { mismatch } from '../../base/file-sentence'
import type { KerasArrays } from '../../layouts/keras-layout'
import { isGroup } from '../hdf5/hdf5'
import { classOf } from '../layer-names'
import { assembled } from '../model/assemble'
import { arraysOf, type ModelPlan, type PlannedArray } from '../model/plan'
import { createArrayReader } from './arrays'

/** What the group of a model's layers is called: in Keras 3, and in Keras 2.12 to 2.14. */
const CONTAINERS = ['layers', '_layer_checkpoint_dependencies']

/** Arrays of a network, and words on what became of them. */
export type ReadArrays = { readonly arrays: KerasArrays; readonly notes: readonly LoadNote[] }

/** The name of the group that holds the layers; undefined for a file that has another form. */
export function containerIn(file: File): string | undefined {
  return CONTAINERS.find((name) => isGroup(file.get(name)))
}

/** Reads the arrays of a known model from `model.weights.h5` of a `.keras` archive. */
export function readGroups(file: File, plan: ModelPlan): Result<ReadArrays> {
  const container = containerIn(file)
  const { read, notes } = createArrayReader()
  const found = new Map<PlannedArray, ArrayOf>()
  for (const planned of arraysOf(plan)) {
    const { groups, below } = planned.place
    const path = groups.reduce((parent, group) => groupIn(file, `${parent}${container}/`, group), '')
    const place = `${path}${below}/${planned.number}`
    const array = fitting(read(file, place), planned, place)
    if (!array.ok) return array
    found.set(planned, array.value)
  }
  return ok({ arrays: assembled(plan, (planned) => found.get(planned) as ArrayOf), notes: notes() })
}

/**
 * The path of a layer's group, by which of its class it is: Keras 2.12 to 2.14 count every layer that has arrays twice, and
 * so call the second of a class `lstm_2`.
 */
function groupIn(file: File, parent: string, name: string): string {
  const { className, index } = classOf(name)
  const container = file.get(parent.slice(0, -1))
  const alike = (isGroup(container) ? container.keys() : [])
    .map((key) => ({ key, ...classOf(key) }))
    .filter((each) => each.className === className)
    .sort((a, b) => a.index - b.index)
  return `${parent}${alike[index]?.key ?? name}/`
}

/** An array that was read, if it is as its model says. */
export function fitting(
  read: Result<ArrayOf | null>,
  { variable, shape, place }: PlannedArray,
  where: string,
): Result<ArrayOf> {
  if (!read.ok) return read
  const array = read.value
  if (array && array.shape.join() === shape.join()) return ok(array)
  const expected = { place: where, variable, layer: place.name, shape: shape.join(', ') }
  return mismatch(
    array
      ? text('kerasFile.otherShape', { ...expected, found: array.shape.join(', ') })
      : text('kerasFile.notThere', expected),
  )
}
