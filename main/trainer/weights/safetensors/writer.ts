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
  const [file = new Uint8Array()] = safetensorsInParts(tensors, metadata, Number.POSITIVE_INFINITY).parts
  return file
}

/** A file that is made piece by piece: `parts` one after another are its bytes. */
export type FileInParts = { readonly bytes: number; readonly parts: Generator<Uint8Array, void> }

/**
 * The same file in parts. The numbers of a tensor are asked for when the first part that holds some of them is made, and
 * once.
 *
 * @param partBytes of every part but the last; from 1
 */
export function safetensorsInParts(
  tensors: NamedArrays,
  metadata: Record<string, string>,
  partBytes: number,
): FileInParts {
  const beginning = encodedHeader(tensors, metadata)
  const numbers = [...tensors.values()].reduce((count, { shape }) => count + sizeOf(shape), 0)
  const bytes = beginning.byteLength + numbers * BYTES_PER_NUMBER
  return { bytes, parts: cut(stretches(beginning, tensors), bytes, partBytes) }
}

/** What the file is made of, in order. */
function* stretches(beginning: Uint8Array, tensors: NamedArrays): Generator<Uint8Array> {
  yield beginning
  for (const [name, { shape, values }] of tensors) {
    if (sizeOf(shape) !== values.length)
      throw new Error(`expected ${sizeOf(shape)} numbers in ${name}, but found ${values.length}`)
    // Bytes as they are: every machine that TensorFlow.js runs on natively is little-endian, and a NaN keeps its bits.
    yield new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  }
}

/** Copies stretches into parts of one size; the last one has what is left. */
function* cut(
  stretches: Iterable<Uint8Array>,
  bytes: number,
  partBytes: number,
): Generator<Uint8Array, void> {
  let left = bytes
  let part = new Uint8Array(Math.min(partBytes, left))
  let filled = 0
  for (const stretch of stretches) {
    for (let from = 0; from < stretch.length; ) {
      const piece = stretch.subarray(from, from + part.length - filled)
      part.set(piece, filled)
      filled += piece.length
      from += piece.length
      if (filled < part.length) continue
      yield part
      left -= filled
      part = new Uint8Array(Math.min(partBytes, left))
      filled = 0
    }
  }
}

/** The header's length and the header. */
function encodedHeader(tensors: NamedArrays, metadata: Record<string, string>): Uint8Array {
  const header = new TextEncoder().encode(headerText(tensors, metadata))
  const headerBytes = Math.ceil(header.byteLength / ALIGNMENT) * ALIGNMENT
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes)
  bytes.fill(0x20, LENGTH_BYTES).set(header, LENGTH_BYTES)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes), true)
  return bytes
}

function headerText(tensors: NamedArrays, metadata: Record<string, string>): string {
  const members: string[] = []
  if (Object.keys(metadata).length > 0) {
    const texts = Object.entries(metadata).map(([key, text]) => `${literal(key)}:${literal(text)}`)
    members.push(`${literal(METADATA_KEY)}:{${texts.join()}}`)
  }
  let begin = 0
  for (const [name, { shape }] of tensors) {
    if (name === METADATA_KEY) throw new Error(`a tensor cannot be named ${METADATA_KEY}`)
    const end = begin + sizeOf(shape) * BYTES_PER_NUMBER
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
