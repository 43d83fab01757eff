import { ok, type Result } from '@contract/result'
import { counted } from '@contract/words'
import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import { damaged, fileError, quoted, withCommas } from '../base/file-sentence'
import { float32Of, isNumberName, NUMBER_KINDS, type NumberName } from '../base/numbers'
import { inRowMajor } from './axes'

/*
 * One array in NumPy's own form (numpy/lib/_format_impl.py): a magic text, a version, the length of a header, the
 * header as the literal of a Python dictionary, then the numbers. Only what describes plain numbers is understood;
 * the header is never evaluated as Python would.
 */

const MAGIC = Uint8Array.of(0x93, ...new TextEncoder().encode('NUMPY'))
const PREAMBLE = MAGIC.byteLength + 2
/** The whole preamble is a multiple of this, so that the numbers are aligned. */
const ALIGNMENT = 64
/** NumPy's own limit. */
const MAX_HEADER = 10_000
const HEADER =
  /^\{\s*'descr':\s*'([^']{0,40})'\s*,\s*'fortran_order':\s*(True|False)\s*,\s*'shape':\s*\(([\dL, ]*)\)\s*,?\s*\}\s*$/
/** What NumPy writes of an array of records: their fields in a list. */
const RECORDS = /^\{\s*'descr':\s*(\[\(.*\)\])\s*,\s*'fortran_order':\s*(?:True|False)\s*,\s*'shape':/

/** Writes an array as little-endian float32, row-major. */
export function encodeNpy({ shape, values }: ArrayOf): Uint8Array {
  return encode('<f4', shape, new Uint8Array(values.buffer, values.byteOffset, values.byteLength))
}

/** Writes bytes as an array of them. */
export function encodeNpyBytes(bytes: Uint8Array): Uint8Array {
  return encode('|u1', [bytes.byteLength], bytes)
}

function encode(descr: string, shape: readonly number[], data: Uint8Array): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ')
  const text = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`
  const unpadded = PREAMBLE + 2 + text.length + 1
  const start = Math.ceil(unpadded / ALIGNMENT) * ALIGNMENT
  const bytes = new Uint8Array(start + data.byteLength).fill(0x20, 0, start)
  bytes.set([...MAGIC, 1, 0])
  new DataView(bytes.buffer).setUint16(PREAMBLE, start - PREAMBLE - 2, true)
  bytes.set(new TextEncoder().encode(text), PREAMBLE + 2)
  bytes[start - 1] = 0x0a
  bytes.set(data, start)
  return bytes
}

/** An array as it lies in the file: how its numbers are written, and their bytes. */
export type RawArray = {
  /** NumPy's name for the kind of number, without the order of its bytes: `f4`. */
  readonly type: NumberName
  /** The same with it: `<f4`. */
  readonly descr: string
  readonly bigEndian: boolean
  readonly fortranOrder: boolean
  readonly shape: readonly number[]
  readonly data: Uint8Array
}

/**
 * Takes an array's file apart. Fails with `file-not-weights` when it is none, or holds Python objects.
 *
 * @param name what the array is called, for the sentence
 */
export function openNpy(name: string, bytes: Uint8Array): Result<RawArray> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte) || bytes.byteLength < PREAMBLE + 4)
    return damaged(`${quoted(name)} should be an array of NumPy, but does not begin like one`)
  const [major, minor] = [bytes[MAGIC.byteLength] ?? 0, bytes[MAGIC.byteLength + 1] ?? 0]
  if (major < 1 || major > 3 || minor !== 0)
    return damaged(
      `${quoted(name)} should be of version 1.0, 2.0 or 3.0 of NumPy's format, but is of ${major}.${minor}`,
    )
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = PREAMBLE + (major === 1 ? 2 : 4)
  const length = major === 1 ? view.getUint16(PREAMBLE, true) : view.getUint32(PREAMBLE, true)
  if (length > MAX_HEADER || start + length > bytes.byteLength)
    return damaged(
      `${quoted(name)} should have a header of at most ${counted(MAX_HEADER, 'byte')} within the file, but it says ${withCommas(length)}`,
    )
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  return readHeader(name, header, bytes.subarray(start + length))
}

function readHeader(name: string, header: string, data: Uint8Array): Result<RawArray> {
  const [, descr = '', order, tuple = ''] = HEADER.exec(header) ?? []
  const [, fields] = order === undefined ? (RECORDS.exec(header) ?? []) : []
  if (fields !== undefined) return unreadableArray(name, fields)
  if (order === undefined)
    return damaged(
      `the header of ${quoted(name)} should tell descr, fortran_order and shape, but is ${quoted(header.trim())}`,
    )
  if (descr.includes('O'))
    return fileError(
      'file-not-weights',
      `holds Python objects, which Unroll never reads: ${quoted(name)} should hold numbers; save float32 arrays with numpy.savez.`,
    )
  const [, byteOrder, type = ''] = /^([<>|=])([a-z]\d+)$/.exec(descr) ?? []
  const kind = isNumberName(type) ? NUMBER_KINDS[type] : undefined
  if (!kind || !isNumberName(type) || byteOrder === '=' || (byteOrder === '|') !== (kind.bytes === 1))
    return unreadableArray(name, descr)
  const shape = shapeIn(tuple)
  const size = shape && sizeOf(shape) * kind.bytes
  if (!shape || size !== data.byteLength)
    return damaged(
      `${quoted(name)} has the shape (${tuple.slice(0, 60)}) and needs ${size && Number.isSafeInteger(size) ? counted(size, 'byte') : 'other bytes'}, but has ${withCommas(data.byteLength)}`,
    )
  return ok({ type, descr, bigEndian: byteOrder === '>', fortranOrder: order === 'True', shape, data })
}

/** Refuses numbers of a kind that weights do not have. */
export function unreadableArray(name: string, descr: string): Result<never> {
  return fileError(
    'file-not-weights',
    `holds numbers that Unroll does not read: ${quoted(name)} should be float32, float64 or float16, but is ${quoted(descr)}; convert it with .astype("float32") and save it again.`,
  )
}

/** Python's tuple of sizes: `3, 1`, `3,`, or nothing for a single number. */
function shapeIn(tuple: string): number[] | null {
  // Python 2 wrote long numbers with an L.
  const text = tuple.replaceAll(/(?<=\d)L/g, '').trim()
  if (text === '') return []
  if (!/^\d{1,10}\s*(?:,\s*\d{1,10}\s*){0,31},?$/.test(text) || !text.includes(',')) return null
  return text
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number)
}

/** The numbers as float32, row-major: copies. What float32 cannot hold becomes infinite. */
export function numbersIn({ type, bigEndian, fortranOrder, shape, data }: RawArray): ArrayOf {
  const values = float32Of(data, type, !bigEndian)
  return { shape, values: fortranOrder ? inRowMajor(values, shape) : values }
}
