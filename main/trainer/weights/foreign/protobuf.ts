import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'

/** Fields of a message by their numbers, each with the kind of its first value: a number, or bytes. */
type Fields = ReadonlyMap<number, number | Uint8Array>

/** The fields of `ModelProto` (onnx.proto, IR version 13). */
const OF_ONNX = new Set([1, 2, 3, 4, 5, 6, 7, 8, 14, 20, 25, 26])
const IR_VERSION = 1
const PRODUCER = 2
const GRAPH = 7
const LARGEST_IR_VERSION = 100

/** What a message of Protocol Buffers is, as the part of a sentence; null for other bytes. */
export function messageOf(bytes: Uint8Array): Text | null {
  const fields = topFields(bytes)
  if (!fields) return null
  const version = fields.get(IR_VERSION)
  const isOnnx =
    [...fields.keys()].every((field) => OF_ONNX.has(field)) &&
    fields.get(GRAPH) instanceof Uint8Array &&
    typeof version === 'number' &&
    version >= 1 &&
    version <= LARGEST_IR_VERSION
  if (isOnnx) {
    const producer = fields.get(PRODUCER)
    const ours = producer instanceof Uint8Array && new TextDecoder().decode(producer) === 'Unroll'
    return ours ? text('foreign.ownOnnx') : text('foreign.onnx')
  }
  // saved_model.proto: a schema version of 1, then the graphs.
  if (version === 1 && fields.size === 2 && fields.get(2) instanceof Uint8Array)
    return text('foreign.savedModel')
  return null
}

/** The fields of a message that reaches to the very end of the bytes; null where they are none. Nothing in it is looked at. */
function topFields(bytes: Uint8Array): Fields | null {
  const fields = new Map<number, number | Uint8Array>()
  let at = 0
  const varint = (): number | null => {
    let value = 0
    for (let shift = 0; shift < 10; shift += 1) {
      const byte = bytes[at]
      if (byte === undefined) return null
      at += 1
      value += (byte & 0x7f) * 2 ** (7 * shift)
      if (byte < 0x80) return value
    }
    return null
  }
  while (at < bytes.byteLength) {
    const key = varint()
    if (key === null || key < 8) return null
    const value = varint()
    if (value === null) return null
    const field = Math.floor(key / 8)
    if (key % 8 === 0) fields.set(field, fields.get(field) ?? value)
    else if (key % 8 === 2 && at + value <= bytes.byteLength) {
      if (!fields.has(field)) fields.set(field, bytes.subarray(at, at + value))
      at += value
    } else return null
  }
  return fields.size > 0 ? fields : null
}
