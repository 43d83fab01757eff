import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { damaged } from '../base/file-sentence'
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
    return notTfjs(text('tfjs.noManifest', { found: shown(manifest) }))
  const names = nameTable(plan)
  if (!names.ok) return names
  const found = new Set<PlannedArray>()
  const paths = new Set<string>()
  const groups: WeightsGroup[] = []
  for (const each of manifest) {
    const group = fieldsOf(each)
    if (!Array.isArray(group.paths) || !Array.isArray(group.weights))
      return notTfjs(text('tfjs.incompleteGroup'))
    for (const path of group.paths) {
      const unfit = whyNoPath(path)
      if (unfit) return unfit
      if (paths.has(path)) return notTfjs(text('tfjs.pathTwice', { path: shown(path) }))
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
    return fail(
      'file-not-weights',
      text('tfjs.tooLarge', { file: null, most: MAX_WEIGHTS_BYTES, found: bytes }),
    )
  const lacking = arraysOf(plan).find((array) => !found.has(array))
  return lacking
    ? notTfjs(text('tfjs.notListed', { name: `${lacking.place.name}/${lacking.variable}` }))
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
      : damaged(text('tfjs.noShape', { name: shown(name), found: shown(shape) }))
  }
  const planned = find(label, found)
  if (planned === null) return notTfjs(text('tfjs.ofNoLayer', { name: shown(name) }))
  if (planned === 'twice') return notTfjs(text('tfjs.listedTwice', { name: shown(name) }))
  const encoding = readEncoding(entry, false)
  if (!encoding.ok) return encoding
  if (!sizes || sizes.join() !== planned.shape.join())
    return damaged(
      text('tfjs.otherShape', {
        name: shown(name),
        shape: planned.shape.join(', '),
        found: shown(shape),
      }),
    )
  found.add(planned)
  return ok({ name: label, planned, encoding: encoding.value, length: lengthOf(planned.shape) })
}

/** Only a file of the same folder or of one below it, by bare names on any system, is ever asked for. */
function whyNoPath(path: unknown) {
  const parts = typeof path === 'string' ? path.split('/') : []
  // A colon is a drive or a hidden stream on Windows.
  const good = parts.length > 0 && parts.every((part) => !/[\\:\0]|^\.{0,2}$/.test(part))
  return good ? null : notTfjs(text('tfjs.otherFolder', { path: shown(path) }))
}

/** Bytes that arrays need. */
export function bytesOf(arrays: readonly ListedArray[]): number {
  return arrays.reduce((total, { encoding, length }) => total + encoding.bytes * length, 0)
}

function lengthOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}
