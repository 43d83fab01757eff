import { row } from '../net/rows'
import { countWork, toTheEnd } from '../net/work'
import { type Eigenvalues, francis } from './francis'
import { toHessenberg } from './hessenberg'
import { isolated } from './isolated'
import { scaled } from './scaled'

/**
 * All eigenvalues of a matrix of any kind, those of W_hh or of a Jacobian, in float64. Written here and not taken from a
 * library: it must yield, and it must end on every matrix. ml-matrix 6.15.1 does neither: it turns around for ever on a matrix
 * of 5 × 5 zeros and ones ("stubborn 5" of the tests).
 *
 * @param matrix [size, size], row-major
 * @returns by their distance from zero, the farthest first, so that the first has the spectral radius; of a conjugate pair
 * that with the positive imaginary part first
 * @throws Error if a number is not finite, or no end is found
 */
export function eigenvalues(matrix: Float64Array, size: number): Eigenvalues {
  return toTheEnd(eigenvaluesInPieces(matrix, size))
}

/** The same for large matrices: it yields after every 5 ms of work or so. */
export function* eigenvaluesInPieces(matrix: Float64Array, size: number): Generator<void, Eigenvalues> {
  if (matrix.length !== size * size)
    throw new Error(`${matrix.length} numbers are no matrix [${size}, ${size}]`)
  const { values, scale } = scaled(matrix)
  const alone = isolated(values, size)
  const { left } = alone
  const rest = Float64Array.from({ length: left.length ** 2 }, (_, at) => {
    const [i, j] = [left[Math.floor(at / left.length)] as number, left[at % left.length] as number]
    return row(values, i, size)[j] as number
  })
  const work = countWork()
  yield* toHessenberg(rest, left.length, work)
  const found = yield* francis(rest, left.length, work)
  const all = [
    ...alone.eigenvalues.map((value) => [value, 0] as const),
    ...Array.from(found.re, (value, i) => [value, found.im[i] as number] as const),
  ].sort(([a, b], [c, d]) => Math.hypot(c, d) - Math.hypot(a, b) || c - a || d - b)
  return {
    re: Float64Array.from(all, ([re]) => re * scale),
    im: Float64Array.from(all, ([, im]) => im * scale),
  }
}

/** How far the farthest eigenvalue is from zero; 0 of none. */
export function spectralRadius({ re, im }: Eigenvalues): number {
  return Math.hypot(re[0] ?? 0, im[0] ?? 0)
}
