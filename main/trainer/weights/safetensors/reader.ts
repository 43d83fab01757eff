import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { ArrayOf } from '../../network/shape/named-arrays'
import { damaged, notWeights } from '../base/file-sentence'
import { type SafetensorsHeader, scanHeader, type TensorEntry } from './header'
import { ScanError } from './json-scanner'

/** What a safetensors file holds; the tensors are in the order of its header. */
export type Safetensors<Tensor = ArrayOf> = {
  readonly tensors: ReadonlyMap<string, Tensor>
  readonly metadata: ReadonlyMap<string, string>
}

/** A tensor as it lies in the file: the format's name for its numbers, and their bytes, little-endian. */
export type RawTensor = {
  readonly dtype: string
  readonly shape: readonly number[]
  readonly data: Uint8Array
}

/** Bytes before the header: its own length, unsigned, little-endian. */
const LENGTH_BYTES = 8
/** The longest header that the format's own library reads, in bytes. */
const MAX_HEADER_BYTES = 100_000_000
const ONLY_F32: NumberSizes = new Map([['F32', 4]])
const FLOATS = ['F32', 'F64', 'F16', 'BF16']
const OPENING_BRACE = 0x7b

/** The kinds of numbers that are taken, by the format's names, and the bytes of one. */
export type NumberSizes = ReadonlyMap<string, number>

/**
 * Reads a safetensors file of float32 numbers, as Unroll writes it. The numbers are copies, bit for bit, so that tensors
 * may begin at any byte and the file can go.
 *
 * Fails as `openSafetensors` does.
 */
export function decodeSafetensors(bytes: Uint8Array): Result<Safetensors> {
  const opened = openSafetensors(bytes, ONLY_F32)
  if (!opened.ok) return opened
  const tensors = [...opened.value.tensors].map(([name, raw]) => [name, copyTensor(raw)] as const)
  return ok({ tensors: new Map(tensors), metadata: opened.value.metadata })
}

/**
 * Takes a safetensors file apart (https://github.com/huggingface/safetensors, README, "Format"; the checks are
 * those of its `tensor.rs`): 8 bytes with the header's length, the header as JSON, then the numbers of all
 * tensors without a hole or an overlap, to the very end of the file. Nothing is allocated that the file is not
 * known to hold; the numbers are not copied.
 *
 * Fails with `file-not-weights` and a sentence for `nameFile`. Whether the numbers are finite is not asked
 * here.
 *
 * @param sizes the kinds of numbers that are taken
 */
export function openSafetensors(bytes: Uint8Array, sizes: NumberSizes): Result<Safetensors<RawTensor>> {
  const length = headerLength(bytes)
  if (!length.ok) return length
  const dataStart = LENGTH_BYTES + length.value
  const header = readHeader(bytes.subarray(LENGTH_BYTES, dataStart))
  if (!header.ok) return header
  const { entries, metadata } = header.value
  const checked = checkLayout(entries, sizes, bytes.byteLength - dataStart)
  if (!checked.ok) return checked
  const data = bytes.subarray(dataStart)
  const tensors = entries.map(
    ({ name, dtype, shape, begin, end }) =>
      [name, { dtype, shape, data: data.subarray(begin, end) }] as const,
  )
  return ok({ tensors: new Map(tensors), metadata })
}

function headerLength(bytes: Uint8Array): Result<number> {
  if (bytes.byteLength < LENGTH_BYTES)
    return notWeights(text('safetensors.tooShort', { needed: LENGTH_BYTES, found: bytes.byteLength }))
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)
  if (length > MAX_HEADER_BYTES)
    return notWeights(text('safetensors.headerTooLong', { most: MAX_HEADER_BYTES, found: `${length}` }))
  const rest = bytes.byteLength - LENGTH_BYTES
  // Bytes of another kind may well begin with a number of this size: they are no damaged weights.
  if (length > rest && rest > 0 && bytes[LENGTH_BYTES] !== OPENING_BRACE) return noHeader()
  if (length > rest) return damaged(text('safetensors.headerCut', { length: Number(length), found: rest }))
  return ok(Number(length))
}

function noHeader() {
  return notWeights(text('safetensors.noHeader'))
}

function readHeader(bytes: Uint8Array): Result<SafetensorsHeader> {
  if (bytes[0] !== OPENING_BRACE) return noHeader()
  try {
    return ok(scanHeader(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)))
  } catch (error) {
    if (error instanceof ScanError) return damaged(error.finding)
    if (error instanceof TypeError) return damaged(text('safetensors.headerNotUtf8'))
    throw error
  }
}

/**
 * Makes sure that every tensor has the bytes that its shape needs, and that all of them cover the data
 * exactly.
 */
function checkLayout(entries: readonly TensorEntry[], sizes: NumberSizes, dataBytes: number): Result<void> {
  let covered = 0
  for (const entry of entries.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    const { name, begin, end } = entry
    const checked = checkSize(entry, sizes)
    if (!checked.ok) return checked
    if (begin !== covered)
      return damaged(text('safetensors.beginsElsewhere', { name, expected: covered, found: begin }))
    covered = end
  }
  if (covered !== dataBytes)
    return damaged(text('safetensors.notCovered', { described: covered, found: dataBytes }))
  return ok()
}

function checkSize({ name, dtype, shape, begin, end }: TensorEntry, sizes: NumberSizes): Result<void> {
  const numberBytes = sizes.get(dtype)
  if (numberBytes === undefined) return unreadableTensor(name, dtype, sizes.size === 1 ? ['F32'] : FLOATS)
  let needed = numberBytes
  for (const size of shape) {
    needed *= size
    // Beyond this a product is no longer exact, and could come out right by accident.
    if (!Number.isSafeInteger(needed))
      return damaged(text('safetensors.shapeTooLarge', { name, shape: shown(shape) }))
  }
  if (end - begin !== needed)
    return damaged(text('safetensors.otherBytes', { name, shape: shown(shape), needed, begin, end }))
  return ok()
}

function shown(shape: readonly number[]): string {
  return shape.length > 8 ? `${shape.slice(0, 8).join(', ')}, …` : shape.join(', ')
}

/** Refuses numbers of a kind that weights do not have. */
export function unreadableTensor(name: string, dtype: string, wanted = FLOATS): Result<never> {
  return fail(
    'file-not-weights',
    text('safetensors.otherNumbers', { file: null, name, wanted, found: dtype }),
  )
}

/**
 * Copies bytes as they are, not numbers: a NaN keeps its bits. Every machine that TensorFlow.js runs on natively is
 * little-endian, as the format is.
 */
export function copyTensor({ shape, data }: RawTensor): ArrayOf {
  // Not `slice`: that of a Node Buffer is no copy. One with its own buffer may come from any byte of the file.
  const copy = new Uint8Array(data.byteLength)
  copy.set(data)
  return { shape, values: new Float32Array(copy.buffer) }
}
