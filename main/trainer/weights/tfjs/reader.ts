import { text } from '@contract/language/texts'
import { ok, type Result } from '@contract/result'
import type { LoadNote } from '@contract/run/load-notes'
import type { CellName } from '@contract/settings/run-config'
import { damagedMetadata } from '../base/file-sentence'
import { fieldsOf, parsedJson } from '../base/parsed-json'
import { assembled } from '../keras/model/assemble'
import type { PlannedArray } from '../keras/model/plan'
import { shown } from '../keras/model/sentences'
import type { KerasArrays } from '../layouts/keras-layout'
import type { GivenFile } from '../weight-codec'
import { readManifest } from './manifest'
import { createPairCheck, WEIGHTS_HASH } from './pair'
import { notTfjs } from './sentences'
import { readTopology } from './topology'
import { readArrays } from './weights-file'

/** A layers model that computes what one of Unroll's networks does. */
export type TfjsModel = {
  readonly cell: CellName
  readonly arrays: KerasArrays
  readonly notes: readonly LoadNote[]
  /** Texts of ours; none for a model of another program. */
  readonly metadata: ReadonlyMap<string, string>
}

/** What the keys of our texts begin with. */
const OURS = 'unroll.'

/**
 * Reads a layers model that Unroll, TensorFlow.js or its converter wrote. Nothing of it is run: `tf.loadLayersModel`
 * follows paths out of the folder, fills in what is missing with random numbers and takes NaN for a weight.
 *
 * Fails with `file-not-weights`, `weights-mismatch`, or what `beside` fails with. Never throws.
 */
export async function readModel({ bytes, beside }: GivenFile): Promise<Result<TfjsModel>> {
  const value = parsedJson(textOf(bytes))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return notTfjs(value === undefined ? text('tfjs.noJson') : text('tfjs.noObject', { found: shown(value) }))
  const { format, modelTopology, weightsManifest, userDefinedMetadata } = fieldsOf(value)
  if (format === 'graph-model') return notTfjs(text('tfjs.graphModel'))
  if (format !== undefined && format !== null && format !== 'layers-model')
    return notTfjs(text('tfjs.otherFormat', { found: shown(format) }))
  if (typeof modelTopology !== 'object' || modelTopology === null)
    return notTfjs(text('tfjs.noTopology', { found: shown(modelTopology) }))
  const plan = readTopology(modelTopology)
  if (!plan.ok) return plan
  const groups = readManifest(weightsManifest, plan.value)
  if (!groups.ok) return groups
  const metadata = textsOf(userDefinedMetadata)
  if (!metadata.ok) return metadata
  const pair = createPairCheck(beside)
  const arrays = await readArrays(groups.value, pair.beside)
  const apart = pair.whyApart(metadata.value.get(WEIGHTS_HASH))
  if (apart) return apart
  if (!arrays.ok) return arrays
  const of = (planned: PlannedArray) => {
    const array = arrays.value.get(planned)
    if (!array) throw new Error(`expected ${planned.variable} of ${planned.place.name}, but found none`)
    return array
  }
  const { cell, notes } = plan.value
  const quantized = groups.value.flatMap(({ arrays }) =>
    arrays.flatMap(({ encoding }) => encoding.quantized ?? []),
  )
  const [found] = quantized
  return ok({
    cell,
    arrays: assembled(plan.value, of),
    notes: found === undefined ? notes : [...notes, { kind: 'quantized', found }],
    metadata: metadata.value,
  })
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}

function textsOf(metadata: unknown): Result<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const [key, value] of Object.entries(fieldsOf(metadata))) {
    if (!key.startsWith(OURS)) continue
    if (typeof value !== 'string') return damagedMetadata(text('tfjs.notAText', { key, found: shown(value) }))
    texts.set(key, value)
  }
  return ok(texts)
}
