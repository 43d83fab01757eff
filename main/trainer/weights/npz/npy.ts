import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { type ArrayOf, sizeOf } from '../../network/shape/named-arrays'
import { damaged } from '../base/file-sentence'
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
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${tuple}), }`
  const unpadded = PREAMBLE + 2 + header.length + 1
  const start = Math.ceil(unpadded / ALIGNMENT) * ALIGNMENT
  const bytes = new Uint8Array(start + data.byteLength).fill(0x20, 0, start)
  bytes.set([...MAGIC, 1, 0])
  new DataView(bytes.buffer).setUint16(PREAMBLE, start - PREAMBLE - 2, true)
  bytes.set(new TextEncoder().encode(header), PREAMBLE + 2)
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
    return damaged(text('npz.noArray', { name }))
  const [major, minor] = [bytes[MAGIC.byteLength] ?? 0, bytes[MAGIC.byteLength + 1] ?? 0]
  if (major < 1 || major > 3 || minor !== 0)
    return damaged(text('npz.otherVersion', { name, found: `${major}.${minor}` }))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = PREAMBLE + (major === 1 ? 2 : 4)
  const length = major === 1 ? view.getUint16(PREAMBLE, true) : view.getUint32(PREAMBLE, true)
  if (length > MAX_HEADER || start + length > bytes.byteLength)
    return damaged(text('npz.headerTooLong', { name, most: MAX_HEADER, found: length }))
  const header = new TextDecoder('latin1').decode(bytes.subarray(start, start + length))
  return readHeader(name, header, bytes.subarray(start + length))
}

function readHeader(name: string, header: string, data: Uint8Array): Result<RawArray> {
  const [, descr = '', order, tuple = ''] = HEADER.exec(header) ?? []
  const [, fields] = order === undefined ? (RECORDS.exec(header) ?? []) : []
  if (fields !== undefined) return unreadableArray(name, fields)
  if (order === undefined) return damaged(text('npz.otherHeader', { name, found: header.trim() }))
  if (descr.includes('O')) return fail('file-not-weights', text('npz.pythonObjects', { file: null, name }))
  const [, byteOrder, type = ''] = /^([<>|=])([a-z]\d+)$/.exec(descr) ?? []
  const kind = isNumberName(type) ? NUMBER_KINDS[type] : undefined
  if (!kind || !isNumberName(type) || byteOrder === '=' || (byteOrder === '|') !== (kind.bytes === 1))
    return unreadableArray(name, descr)
  const shape = shapeIn(tuple)
  const size = shape && sizeOf(shape) * kind.bytes
  if (!shape || size !== data.byteLength)
    return damaged(
      text('npz.otherSize', {
        name,
        shape: tuple.slice(0, 60),
        needed: size && Number.isSafeInteger(size) ? size : null,
        found: data.byteLength,
      }),
    )
  return ok({ type, descr, bigEndian: byteOrder === '>', fortranOrder: order === 'True', shape, data })
}

/** Refuses numbers of a kind that weights do not have. */
export function unreadableArray(name: string, descr: string): Result<never> {
  return fail('file-not-weights', text('npz.otherNumbers', { file: null, name, found: descr }))
}

/** Python's tuple of sizes: `3, 1`, `3,`, or nothing for a single number. */
function shapeIn(tuple: string): number[] | null {
  // Python 2 wrote long numbers with an L.
  const sizes = tuple.replaceAll(/(?<=\d)L/g, '').trim()
  if (sizes === '') return []
  if (!/^\d{1,10}\s*(?:,\s*\d{1,10}\s*){0,31},?$/.test(sizes) || !sizes.includes(',')) return null
  return sizes
    .split(',')
    .filter((part) => part.trim() !== '')
    .map(Number)
}

/** The numbers as float32, row-major: copies. What float32 cannot hold becomes infinite. */
export function numbersIn({ type, bigEndian, fortranOrder, shape, data }: RawArray): ArrayOf {
  const values = float32Of(data, type, !bigEndian)
  return { shape, values: fortranOrder ? inRowMajor(values, shape) : values }
}
