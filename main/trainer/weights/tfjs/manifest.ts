import { ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import { damaged, fileError, quoted, withCommas } from '../base/file-sentence'
import { fieldsOf, isCount } from '../base/parsed-json'
import { arraysOf, type ModelPlan, type PlannedArray } from '../keras/model/plan'
import { shown } from '../keras/model/sentences'
import { MAX_WEIGHTS_BYTES } from '../weight-file'
import { type Encoding, readEncoding } from './encoding'
import { nameTable } from './names'
import { notTfjs } from './sentences'

/** An array in the bytes of a group: one of the model, or null for one that is passed over. */
export type ListedArray = {
  readonly name: string
  readonly planned: PlannedArray | null
  readonly encoding: Encoding
  /** Numbers in it. */
  readonly length: number
}

/** Arrays that lie one after the other in the bytes of some files, read one after the other. */
export type WeightsGroup = { readonly paths: readonly string[]; readonly arrays: readonly ListedArray[] }

/**
 * Reads where the arrays of a model are. They must be exactly those that its topology has, in any order, beside what an
 * optimiser keeps: so nothing of any other size is ever looked for.
 */
export function readManifest(manifest: unknown, plan: ModelPlan): Result<readonly WeightsGroup[]> {
  if (!Array.isArray(manifest) || manifest.length === 0)
    return notTfjs(`it should have a list "weightsManifest" of its weights, but has ${shown(manifest)}`)
  const names = nameTable(plan)
  if (!names.ok) return names
  const found = new Set<PlannedArray>()
  const paths = new Set<string>()
  const groups: WeightsGroup[] = []
  for (const each of manifest) {
    const group = fieldsOf(each)
    if (!Array.isArray(group.paths) || !Array.isArray(group.weights))
      return notTfjs(
        'every group of its "weightsManifest" should list "paths" and "weights", but one does not',
      )
    for (const path of group.paths) {
      const unfit = whyNoPath(path)
      if (unfit) return unfit
      if (paths.has(path))
        return notTfjs(`it should name each weights file once, but names ${shown(path)} twice`)
      paths.add(path)
    }
    const arrays: ListedArray[] = []
    for (const entry of group.weights) {
      const array = readEntry(fieldsOf(entry), names.value, found)
      if (!array.ok) return array
      arrays.push(array.value)
    }
    groups.push({ paths: group.paths, arrays })
  }
  const bytes = groups.reduce((total, { arrays }) => total + bytesOf(arrays), 0)
  if (!(bytes <= MAX_WEIGHTS_BYTES))
    return fileError(
      'file-not-weights',
      `is too large to be weights: its arrays should have at most ${counted(MAX_WEIGHTS_BYTES, 'byte')}, but say ${withCommas(bytes)}; choose a smaller one.`,
    )
  const lacking = arraysOf(plan).find((array) => !found.has(array))
  return lacking
    ? notTfjs(
        `it should list the weights ${quoted(`${lacking.place.name}/${lacking.variable}`)}, but does not`,
      )
    : ok(groups)
}

function readEntry(
  entry: Readonly<Record<string, unknown>>,
  find: (name: string, taken: ReadonlySet<PlannedArray>) => PlannedArray | 'twice' | null,
  found: Set<PlannedArray>,
): Result<ListedArray> {
  const { name, shape, group } = entry
  const label = typeof name === 'string' ? name : ''
  const sizes = Array.isArray(shape) && shape.every(isCount) ? shape : null
  // What TensorFlow.js itself keeps beside the weights when it is asked to, and passes over.
  if (group === 'optimizer') {
    const encoding = readEncoding(entry, true)
    if (!encoding.ok) return encoding
    return sizes
      ? ok({ name: label, planned: null, encoding: encoding.value, length: lengthOf(sizes) })
      : damaged(`${shown(name)} should have a shape, but has ${shown(shape)}`)
  }
  const planned = find(label, found)
  if (planned === null)
    return notTfjs(`its weights should be those of its layers alone, but ${shown(name)} is of none`)
  if (planned === 'twice')
    return notTfjs(`its weights should be listed once, but ${shown(name)} is there twice`)
  const encoding = readEncoding(entry, false)
  if (!encoding.ok) return encoding
  if (!sizes || sizes.join() !== planned.shape.join())
    return damaged(
      `by its layers ${shown(name)} should have the shape [${planned.shape.join(', ')}], but has ${shown(shape)}`,
    )
  found.add(planned)
  return ok({ name: label, planned, encoding: encoding.value, length: lengthOf(planned.shape) })
}

/** Only a file of the same folder or of one below it, by bare names on any system, is ever asked for. */
function whyNoPath(path: unknown) {
  const parts = typeof path === 'string' ? path.split('/') : []
  // A colon is a drive or a hidden stream on Windows.
  const good = parts.length > 0 && parts.every((part) => !/[\\:\0]|^\.{0,2}$/.test(part))
  return good ? null : notTfjs(`its weights should lie in the same folder, but it names ${shown(path)}`)
}

/** Bytes that arrays need. */
export function bytesOf(arrays: readonly ListedArray[]): number {
  return arrays.reduce((total, { encoding, length }) => total + encoding.bytes * length, 0)
}

function lengthOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}
