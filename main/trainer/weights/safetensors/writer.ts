import { type NamedArrays, sizeOf } from '../../network/shape/named-arrays'
import { METADATA_KEY } from './header'

/** Bytes before the header: its own length, unsigned, little-endian. */
const LENGTH_BYTES = 8
/** The numbers begin at a multiple of this, as the format's own library writes them. */
const ALIGNMENT = 8
const BYTES_PER_NUMBER = 4

/**
 * Writes a safetensors file (https://github.com/huggingface/safetensors, README, "Format"): 8 bytes with the
 * header's length, the header as JSON padded with spaces, then the tensors as little-endian float32,
 * row-major, in the order in which they are given. The same tensors and texts give the same bytes.
 *
 * @param metadata texts about the file; nothing is written for none
 * @throws Error if a tensor has not as many numbers as its shape says, or a name cannot be written
 */
export function encodeSafetensors(tensors: NamedArrays, metadata: Record<string, string>): Uint8Array {
  const header = new TextEncoder().encode(headerText(tensors, metadata))
  const headerBytes = Math.ceil(header.byteLength / ALIGNMENT) * ALIGNMENT
  let offset = LENGTH_BYTES + headerBytes
  const numbers = [...tensors.values()].reduce((count, { values }) => count + values.length, 0)
  const bytes = new Uint8Array(offset + numbers * BYTES_PER_NUMBER)
  bytes.fill(0x20, LENGTH_BYTES, offset).set(header, LENGTH_BYTES)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true)
  for (const { values } of tensors.values()) {
    // Bytes as they are: every machine that TensorFlow.js runs on natively is little-endian, and a NaN keeps its bits.
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset)
    offset += values.byteLength
  }
  return bytes
}

function headerText(tensors: NamedArrays, metadata: Record<string, string>): string {
  const members: string[] = []
  if (Object.keys(metadata).length > 0) {
    const texts = Object.entries(metadata).map(([key, text]) => `${literal(key)}:${literal(text)}`)
    members.push(`${literal(METADATA_KEY)}:{${texts.join()}}`)
  }
  let begin = 0
  for (const [name, { shape, values }] of tensors) {
    if (name === METADATA_KEY) throw new Error(`a tensor cannot be named ${METADATA_KEY}`)
    if (sizeOf(shape) !== values.length)
      throw new Error(`expected ${sizeOf(shape)} numbers in ${name}, but found ${values.length}`)
    const end = begin + values.length * BYTES_PER_NUMBER
    members.push(
      `${literal(name)}:{"dtype":"F32","shape":[${shape.join()}],"data_offsets":[${begin},${end}]}`,
    )
    begin = end
  }
  return `{${members.join()}}`
}

function literal(text: string): string {
  if (!text.isWellFormed()) throw new Error(`${JSON.stringify(text)} cannot be written as UTF-8`)
  return JSON.stringify(text)
}
