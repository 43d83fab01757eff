import type { Work } from '../net/work'

/** Complex numbers, real and imaginary parts apart. */
export type Eigenvalues = { readonly re: Float64Array; readonly im: Float64Array }

/** A subdiagonal number that is this small beside its neighbours on the diagonal is zero. */
const NOTHING = Number.EPSILON
/** After so many rotations without success another shift is tried: some matrices are turned in a circle by the usual one. */
const OTHER_SHIFT = 10
/** So many are more than any matrix needs; an end for what has none. */
const MOST_STEPS = 300

/**
 * The eigenvalues of an upper Hessenberg matrix by the QR algorithm with Francis's double shift (Golub and Van Loan, Matrix
 * Computations, 7.5): a step is made on the lowest block that does not fall apart yet, until that is of one or two rows.
 *
 * @param h [size, size], is changed
 * @throws Error if a block does not fall apart
 */
export function* francis(h: Float64Array, size: number, work: Work): Generator<void, Eigenvalues> {
  const [re, im] = [new Float64Array(size), new Float64Array(size)]
  let [last, steps] = [size - 1, 0]
  while (last >= 0) {
    const first = startOfBlock(h, size, last)
    if (first === last) {
      re[last] = h[last * size + last] as number
      last -= 1
      steps = 0
    } else if (first === last - 1) {
      readPair(h, size, first, re, im)
      last -= 2
      steps = 0
    } else {
      steps += 1
      if (steps > MOST_STEPS) throw new Error('the eigenvalues of a matrix were not found')
      doubleStep(h, size, first, last, steps % OTHER_SHIFT === 0)
      if (work.isPiece(12 * (last - first) ** 2)) yield
    }
  }
  return { re, im }
}

/** The first row of the block that ends with a row; what stands before it is set to zero. */
function startOfBlock(h: Float64Array, size: number, last: number): number {
  for (let k = last; k > 0; k -= 1) {
    const beside = Math.abs(h[k * size + k] as number) + Math.abs(h[(k - 1) * size + k - 1] as number)
    // Where both are zero, beside the matrix's greatest number, which is about 1.
    if (Math.abs(h[k * size + k - 1] as number) > NOTHING * (beside || 1)) continue
    h[k * size + k - 1] = 0
    return k
  }
  return 0
}

/** The eigenvalues of the block of rows k and k + 1. */
function readPair(h: Float64Array, size: number, k: number, re: Float64Array, im: Float64Array) {
  const [a, b, c, d] = [
    h[k * size + k],
    h[k * size + k + 1],
    h[(k + 1) * size + k],
    h[(k + 1) * size + k + 1],
  ] as [number, number, number, number]
  const half = (a - d) / 2
  const under = half * half + b * c
  if (under < 0) {
    re.fill((a + d) / 2, k, k + 2)
    im[k] = Math.sqrt(-under)
    im[k + 1] = -Math.sqrt(-under)
    return
  }
  // The larger distance first: the other one follows from the determinant without cancellation.
  const far = half + (half < 0 ? -Math.sqrt(under) : Math.sqrt(under))
  re[k] = d + far
  re[k + 1] = far === 0 ? d : d - (b * c) / far
}

/** One step on rows first to last, at least three. */
function doubleStep(h: Float64Array, size: number, first: number, last: number, other: boolean) {
  const at = (i: number, j: number) => h[i * size + j] as number
  const [sum, product] = other
    ? otherShift(Math.abs(at(last, last - 1)) + Math.abs(at(last - 1, last - 2)))
    : [
        at(last - 1, last - 1) + at(last, last),
        at(last - 1, last - 1) * at(last, last) - at(last - 1, last) * at(last, last - 1),
      ]
  // The first column of (H - a)(H - b), with a and b the eigenvalues of the last two rows.
  let x =
    at(first, first) ** 2 + at(first, first + 1) * at(first + 1, first) - sum * at(first, first) + product
  let y = at(first + 1, first) * (at(first, first) + at(first + 1, first + 1) - sum)
  let z = at(first + 1, first) * at(first + 2, first + 1)
  for (let k = first; k < last; k += 1) {
    const three = k < last - 1
    reflect(h, size, { first, last, k, vector: three ? [x, y, z] : [x, y, 0] })
    if (k > first) {
      h[(k + 1) * size + k - 1] = 0
      if (three) h[(k + 2) * size + k - 1] = 0
    }
    x = at(k + 1, k)
    y = three ? at(k + 2, k) : 0
    z = k < last - 2 ? at(k + 3, k) : 0
  }
}

/** Sum and product of two conjugate shifts of about that size. */
function otherShift(of: number): readonly [number, number] {
  return [1.5 * of, of * of]
}

/** Turns a vector of rows k to k + 2 into a multiple of its first axis, from both sides. */
function reflect(
  h: Float64Array,
  size: number,
  {
    first,
    last,
    k,
    vector: [x, y, z],
  }: { first: number; last: number; k: number; vector: readonly [number, number, number] },
) {
  const length = Math.hypot(x, y, z)
  if (length === 0) return
  const v = x + (x < 0 ? -length : length)
  const beta = 2 / (v * v + y * y + z * z)
  const [a, b, c] = [k * size, (k + 1) * size, (k + 2) * size]
  const three = k + 2 <= last
  for (let j = Math.max(first, k - 1); j <= last; j += 1) {
    const third = three ? (h[c + j] as number) : 0
    const sum = beta * (v * (h[a + j] as number) + y * (h[b + j] as number) + z * third)
    h[a + j] = (h[a + j] as number) - sum * v
    h[b + j] = (h[b + j] as number) - sum * y
    if (three) h[c + j] = third - sum * z
  }
  const bottom = Math.min(k + 3, last)
  for (let i = first; i <= bottom; i += 1) {
    const from = i * size + k
    const third = three ? (h[from + 2] as number) : 0
    const sum = beta * (v * (h[from] as number) + y * (h[from + 1] as number) + z * third)
    h[from] = (h[from] as number) - sum * v
    h[from + 1] = (h[from + 1] as number) - sum * y
    if (three) h[from + 2] = third - sum * z
  }
}
