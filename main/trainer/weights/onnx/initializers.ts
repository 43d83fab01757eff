import { text } from '@contract/language/texts'
import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import { fieldsOfMessage, WireError } from './fields'
import { FLOAT } from './messages'
import { fieldNumber } from './schema'

const DIMS = fieldNumber('TensorProto', 'dims')
const DATA_TYPE = fieldNumber('TensorProto', 'dataType')
const NAME = fieldNumber('TensorProto', 'name')
const RAW_DATA = fieldNumber('TensorProto', 'rawData')
/** `external_data` and `data_location` of onnx.proto: not in our schema, as we have nothing to do with them. */
const ELSEWHERE = [13, 14]

/** Beyond the axes of any array of ours. */
const MAX_AXES = 4
const BYTES_PER_NUMBER = 4

/** An array in the file; null for one that is not of float32, such as an axis. */
export type Initializer = { readonly name: string; readonly array: ArrayOf | null }

/**
 * Reads one `TensorProto` as we write it: the numbers are in it, as raw bytes, as many as its shape needs. What refers to
 * another file is never followed.
 *
 * @throws WireError if it is anything else
 */
export function readInitializer(bytes: Uint8Array): Initializer {
  const shape: number[] = []
  let [name, dataType, raw] = ['', 0, new Uint8Array()]
  for (const { id, value } of fieldsOfMessage(bytes)) {
    if (ELSEWHERE.includes(id)) throw new WireError(text('onnx.elsewhere'))
    if (typeof value === 'number') {
      if (id === DIMS && shape.length < MAX_AXES) shape.push(value)
      else if (id === DATA_TYPE) dataType = value
      else throw new WireError(text('onnx.otherField', { field: id }))
    } else if (id === NAME) name = new TextDecoder().decode(value.subarray(0, 100))
    else if (id === RAW_DATA) raw = value as Uint8Array<ArrayBuffer>
    else throw new WireError(text('onnx.otherField', { field: id }))
  }
  if (dataType !== FLOAT) return { name, array: null }
  // Beyond 2^53 a product is no longer exact, but then it is beyond any file too.
  if (sizeOf(shape) * BYTES_PER_NUMBER !== raw.byteLength)
    throw new WireError(
      text('onnx.otherBytes', {
        name,
        shape: shape.join(', '),
        needed: sizeOf(shape) * BYTES_PER_NUMBER,
        found: raw.byteLength,
      }),
    )
  // With its own buffer: in the file the numbers begin at any byte.
  const copy = new Uint8Array(raw.byteLength)
  copy.set(raw)
  return { name, array: { shape, values: new Float32Array(copy.buffer) } }
}
