/** What NumPy computes in float32: a sine or a cosine. */
type Wave = 'sine' | 'cosine'

const float32 = Math.fround
/** All constants are float32: NumPy's, of its Cody-Waite reduction by π/2 in three parts, and of its two polynomials. */
const TWO_OVER_PI = float32(0.6366197466850281)
const HALF_PI = [-1.570796012878418, -3.1391647326017846e-7, -5.390302529957765e-15] as const
const SINE = [
  2.8404097065504175e-6, -0.00019856491417158395, 0.008333397097885609, -0.1666666716337204, 0,
] as const
const COSINE = [2.4372266125283204e-5, -0.001388652017340064, 0.04166661947965622, -0.5, 1] as const
/** Added and taken away again, it leaves a float32 rounded to a whole number. */
const TO_WHOLE = 12_582_912

/**
 * `numpy.sin` and `numpy.cos` of a float32 number, to the last bit: not the nearest float32 but NumPy's own polynomial
 * (loops_trigonometric), which is off by one in the last place at one number in seven. NumPy has it on every processor that
 * multiplies and adds in one step, as all of the last ten years do; without, it takes the C library's.
 *
 * @param angle float32, in radians, from 0 to 70,000: beyond, NumPy has another way
 */
export function numpyWave(wave: Wave, angle: number): number {
  const quarter = float32(multiplyAdd(angle, TWO_OVER_PI, TO_WHOLE) - TO_WHOLE)
  const reduced = HALF_PI.reduce((rest, part) => multiplyAdd(quarter, part, rest), angle)
  const square = float32(reduced * reduced)
  const turn = quarter + (wave === 'cosine' ? 1 : 0)
  const value =
    turn % 2 === 0 ? multiplyAdd(polynomial(SINE, square), reduced, reduced) : polynomial(COSINE, square)
  return turn % 4 >= 2 ? 0 - value : value
}

function polynomial([first, ...others]: readonly [number, ...number[]], x: number): number {
  return others.reduce((sum, next) => multiplyAdd(sum, x, next), first)
}

const bits = new DataView(new ArrayBuffer(8))

/**
 * a · b + c of float32 numbers, rounded once. Their product is exact in float64; the sum is rounded to odd there, so that
 * the second rounding, to float32, is the only one that counts (Boldo and Melquiond 2008).
 */
function multiplyAdd(a: number, b: number, c: number): number {
  const product = a * b
  const sum = product + c
  const added = sum - product
  const lost = product - (sum - added) + (c - added)
  if (lost === 0) return float32(sum)
  bits.setFloat64(0, sum)
  const low = bits.getUint32(4)
  if (low % 2 === 1) return float32(sum)
  // Its neighbour on the side of what was lost. Even, it borrows only where it ends in zeros.
  if (lost > 0 === sum > 0) bits.setUint32(4, low + 1)
  else bits.setBigUint64(0, bits.getBigUint64(0) - 1n)
  return float32(bits.getFloat64(0))
}
