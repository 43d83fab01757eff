import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { ArrayOf } from '../../network/shape/named-arrays'
import type { OnnxArrays } from '../layouts/onnx-layout'
import { fieldsOfMessage, WireError } from './fields'
import { readInitializer } from './initializers'
import { INITIALIZERS } from './names'
import { fieldNumber } from './schema'

const GRAPH = fieldNumber('ModelProto', 'graph')
const METADATA = fieldNumber('ModelProto', 'metadataProps')
const KEY = fieldNumber('StringStringEntryProto', 'key')
const VALUE = fieldNumber('StringStringEntryProto', 'value')
const INITIALIZER = fieldNumber('GraphProto', 'initializer')

/** Beyond what is in any file of ours: arrays of four layers and a read-out, texts about a run. */
const MAX_ENTRIES = 20

/** What an ONNX file of ours holds. */
export type OnnxModel = { readonly arrays: OnnxArrays; readonly metadata: ReadonlyMap<string, string> }

/** The file is not what Unroll writes; `what` tells how. */
export function notOurs(what: Text) {
  return fail('file-not-weights', text('onnx.notOurs', { file: null, what }))
}

/**
 * Takes the arrays and the texts out of an ONNX model that Unroll wrote. It is no reader of other models: of the graph
 * it only knows the names of its arrays. Fails with `file-not-weights`; never throws.
 */
export function readModel(bytes: Uint8Array): Result<OnnxModel> {
  try {
    const arrays = new Map<string, ArrayOf | null>()
    const metadata = new Map<string, string>()
    for (const graph of messagesIn(bytes, GRAPH, 1))
      for (const message of messagesIn(graph, INITIALIZER, MAX_ENTRIES)) {
        const { name, array } = readInitializer(message)
        if (arrays.has(name)) return notOurs(text('onnx.arrayTwice', { name }))
        arrays.set(name, array)
      }
    for (const message of messagesIn(bytes, METADATA, MAX_ENTRIES)) {
      const [key = '', value = ''] = [KEY, VALUE].map((field) =>
        new TextDecoder().decode(messagesIn(message, field, 1)[0]),
      )
      if (!key.startsWith('unroll.') || metadata.has(key)) return notOurs(text('onnx.otherText', { key }))
      metadata.set(key, value)
    }
    return ok({ arrays: sorted(arrays), metadata })
  } catch (error) {
    if (error instanceof WireError) return notOurs(error.finding)
    throw error
  }
}

/** The fields of this number in a message, as their bytes. */
function messagesIn(bytes: Uint8Array, field: number, most: number): Uint8Array[] {
  const found: Uint8Array[] = []
  for (const { id, value } of fieldsOfMessage(bytes)) {
    if (id !== field) continue
    if (typeof value === 'number' || found.length === most)
      throw new WireError(text('onnx.fieldMoreOften', { field, most }))
    found.push(value)
  }
  return found
}

function sorted(arrays: ReadonlyMap<string, ArrayOf | null>): OnnxArrays {
  const take = (name: string) => {
    const array = arrays.get(name)
    if (!array) throw new WireError(text('onnx.noArray', { name }))
    return array
  }
  const isThere = (layer: number) => arrays.has(INITIALIZERS.w(layer))
  const layers: OnnxArrays['layers'][number][] = []
  while (isThere(layers.length)) {
    const { w, r, b } = INITIALIZERS
    const layer = layers.length
    layers.push({ w: take(w(layer)), r: take(r(layer)), b: take(b(layer)) })
  }
  return {
    layers,
    readout: { kernel: take(INITIALIZERS.readoutKernel), bias: take(INITIALIZERS.readoutBias) },
  }
}
