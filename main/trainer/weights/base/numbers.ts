import { text } from '@contract/language/texts'
import type { Result } from '@contract/result'
import { mismatch } from './file-sentence'
import type { FloatName } from './found-arrays'

/** A kind of number: its size, how one is read, and what it is called where weights may be of it. */
export type NumberKind = {
  readonly bytes: number
  readonly read: (view: DataView, at: number, littleEndian: boolean) => number
  /** Null for a kind that only counts. */
  readonly float: FloatName | null
}

/** The kinds of numbers that files have, by short names: a letter and the bytes of one. */
export const NUMBER_KINDS = {
  f4: { bytes: 4, float: 'float32', read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, float: 'float64', read: (view, at, little) => view.getFloat64(at, little) },
  f2: { bytes: 2, float: 'float16', read: (view, at, little) => fromHalf(view.getUint16(at, little)) },
  bf2: { bytes: 2, float: 'bfloat16', read: (view, at, little) => fromBrain(view.getUint16(at, little)) },
  u1: { bytes: 1, float: null, read: (view, at) => view.getUint8(at) },
  i1: { bytes: 1, float: null, read: (view, at) => view.getInt8(at) },
  b1: { bytes: 1, float: null, read: (view, at) => view.getUint8(at) },
  u2: { bytes: 2, float: null, read: (view, at, little) => view.getUint16(at, little) },
  i2: { bytes: 2, float: null, read: (view, at, little) => view.getInt16(at, little) },
  u4: { bytes: 4, float: null, read: (view, at, little) => view.getUint32(at, little) },
  i4: { bytes: 4, float: null, read: (view, at, little) => view.getInt32(at, little) },
  u8: { bytes: 8, float: null, read: (view, at, little) => Number(view.getBigUint64(at, little)) },
  i8: { bytes: 8, float: null, read: (view, at, little) => Number(view.getBigInt64(at, little)) },
} as const satisfies Record<string, NumberKind>

export type NumberName = keyof typeof NUMBER_KINDS

/** Whether this names a kind; a file may say anything, `constructor` too. */
export function isNumberName(name: string): name is NumberName {
  return Object.hasOwn(NUMBER_KINDS, name)
}

/** The numbers in some bytes, each rounded to the nearest float32. */
export function float32Of(data: Uint8Array, name: NumberName, littleEndian: boolean): Float32Array {
  const { bytes, read }: NumberKind = NUMBER_KINDS[name]
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return Float32Array.from({ length: data.byteLength / bytes }, (_, i) => read(view, i * bytes, littleEndian))
}

/** Refuses numbers that are finite in float64 and not in float32, whose largest is 3.4e38; null where there are none. */
export function beyondFloat32(
  name: string,
  data: Uint8Array,
  kind: NumberName,
  littleEndian: boolean,
): Result<never> | null {
  if (kind !== 'f8') return null
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  for (let at = 0; at < data.byteLength; at += 8) {
    const value = view.getFloat64(at, littleEndian)
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value)))
      return mismatch(text('weightFiles.beyondFloat32', { name, value: `${value}` }))
  }
  return null
}

const EXPONENT_BIAS = 15
const FRACTION_BITS = 10
const ALL_ONES = 31

/** The value of a half-precision number, IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> FRACTION_BITS) & ALL_ONES
  const fraction = (bits & 0x3ff) / 2 ** FRACTION_BITS
  if (exponent === 0) return sign * fraction * 2 ** (1 - EXPONENT_BIAS)
  if (exponent === ALL_ONES) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN
  return sign * (1 + fraction) * 2 ** (exponent - EXPONENT_BIAS)
}

const scratch = new DataView(new ArrayBuffer(4))

/** The value of a bfloat16, which is the upper half of a float32. */
function fromBrain(bits: number): number {
  scratch.setUint32(0, bits * 0x10000)
  return scratch.getFloat32(0)
}
