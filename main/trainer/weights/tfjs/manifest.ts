import { ok, type Result } from '@contract/result'
import { damaged, fileError, quoted } from '../base/file-sentence'
import { fieldsOf } from '../base/parsed-json'
import { type ModelPlan, type PlannedArray, plannedArrays } from './plan'
import { notTfjs, shown } from './sentences'

/** Arrays that lie one after the other in the bytes of some files, read one after the other. */
export type WeightsGroup = {
  readonly paths: readonly string[]
  readonly arrays: readonly PlannedArray[]
}

/**
 * Reads where the arrays of a model are. They must be exactly those that its topology has, in any order: so nothing of
 * any other size is ever looked for.
 */
export function readManifest(manifest: unknown, plan: ModelPlan): Result<readonly WeightsGroup[]> {
  if (!Array.isArray(manifest) || manifest.length === 0)
    return notTfjs(`it should have a list "weightsManifest" of its weights, but has ${shown(manifest)}`)
  const missing = new Map(plannedArrays(plan).map((array) => [`${array.layer}/${array.variable}`, array]))
  const known = new Set(missing.keys())
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
    const arrays: PlannedArray[] = []
    for (const entry of group.weights) {
      const { name } = fieldsOf(entry)
      const key = typeof name === 'string' ? keyOf(name, plan) : ''
      if (!known.has(key))
        return notTfjs(`its weights should be those of its layers alone, but ${shown(name)} is of none`)
      const array = missing.get(key)
      if (!array) return notTfjs(`its weights should be listed once, but ${shown(name)} is there twice`)
      const unfit = whyNoEntry(fieldsOf(entry), array)
      if (unfit) return unfit
      missing.delete(key)
      arrays.push(array)
    }
    groups.push({ paths: group.paths, arrays })
  }
  const [lacking] = missing.keys()
  return lacking === undefined
    ? ok(groups)
    : notTfjs(`it should list the weights ${quoted(lacking)}, but does not`)
}

/**
 * Layer and variable of a name. Keras puts the name of a cell between them: `lstm/lstm_cell/kernel`; a layer's own
 * name may have slashes too.
 */
function keyOf(name: string, { recurrent, readout }: ModelPlan): string {
  const variable = name.slice(name.lastIndexOf('/') + 1)
  const layer = [...recurrent, readout].find((each) => {
    const between = name.startsWith(`${each}/`) ? name.slice(each.length, -variable.length) : ''
    return /^\/(?:[^/]+\/)?$/.test(between)
  })
  return layer === undefined ? '' : `${layer}/${variable}`
}

/** Only a file of the same folder, by its bare name on any system, is ever asked for. */
function whyNoPath(path: unknown) {
  // A colon is a drive or a hidden stream on Windows.
  if (typeof path === 'string' && !/[/\\:\0]|^\.{0,2}$/.test(path)) return null
  return notTfjs(`its weights should lie in the same folder, but it names ${shown(path)}`)
}

function whyNoEntry({ name, dtype, shape, quantization }: Record<string, unknown>, array: PlannedArray) {
  if (quantization !== undefined && quantization !== null)
    return fileError(
      'file-not-weights',
      `holds numbers that Unroll does not read: ${shown(name)} should be float32 as it was trained, but is quantized; convert the model again without quantization.`,
    )
  if (dtype !== 'float32')
    return fileError(
      'file-not-weights',
      `holds numbers that Unroll does not read: ${shown(name)} should be float32, but is ${shown(dtype)}; save the model again in float32.`,
    )
  const sizes = array.shape
  if (Array.isArray(shape) && shape.length === sizes.length && sizes.every((size, i) => shape[i] === size))
    return null
  return damaged(
    `by its layers ${shown(name)} should have the shape [${sizes.join(', ')}], but has ${shown(shape)}`,
  )
}

/** Bytes that arrays of float32 need. */
export function bytesOf(arrays: readonly PlannedArray[]): number {
  return arrays.reduce(
    (total, { shape }) => total + 4 * shape.reduce((product, size) => product * size, 1),
    0,
  )
}
