import { row } from '../net/rows'
import type { Work } from '../net/work'

/** Rows whose cosine is below this are orthogonal. */
const ORTHOGONAL = 1e-15
/** Sweeps over all pairs; a matrix of hundreds of rows needs about ten. */
const MOST_SWEEPS = 60

/**
 * One-sided Jacobi (Hestenes 1958): rotates the rows of a matrix against each other, pair after pair, until all of them are
 * orthogonal. That multiplies the matrix by an orthogonal one from the left, so that the rows become σ_i v_iᵀ: their lengths
 * are its singular values, and their directions its right singular vectors. Small ones are as exact as large ones.
 *
 * @param rows [count, columns], is changed; its numbers must be finite, and their squares must not overflow or vanish
 */
export function* orthogonalised(rows: Float64Array, columns: number, work: Work): Generator<void, void> {
  const count = columns === 0 ? 0 : rows.length / columns
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let rotated = false
    for (let i = 0; i < count - 1; i += 1)
      for (let j = i + 1; j < count; j += 1) {
        if (rotate(row(rows, i, columns), row(rows, j, columns))) rotated = true
        if (work.isPiece(5 * columns)) yield
      }
    if (!rotated) return
  }
}

/** Makes two rows orthogonal; says whether they were not before. */
function rotate(a: Float64Array, b: Float64Array): boolean {
  let [aa, bb, ab] = [0, 0, 0]
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [a[k] as number, b[k] as number]
    aa += x * x
    bb += y * y
    ab += x * y
  }
  if (ab === 0 || Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb)) return false
  const zeta = (bb - aa) / (2 * ab)
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta))
  const cosine = 1 / Math.sqrt(1 + tangent * tangent)
  const sine = cosine * tangent
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [a[k] as number, b[k] as number]
    a[k] = cosine * x - sine * y
    b[k] = sine * x + cosine * y
  }
  return true
}
