/** A kind of number: its size, and how one is read. */
export type NumberKind = {
  readonly bytes: number
  readonly read: (view: DataView, at: number, littleEndian: boolean) => number
}

/** The kinds that are read, by NumPy's names. Integers of one byte are for texts. */
export const NUMBERS: Readonly<Record<string, NumberKind | undefined>> = Object.assign(Object.create(null), {
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little) },
  f2: { bytes: 2, read: (view, at, little) => fromHalf(view.getUint16(at, little)) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
} satisfies Record<string, NumberKind>)

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
