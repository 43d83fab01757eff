import { row } from '../net/rows'
import { countWork, toTheEnd } from '../net/work'
import { orthogonalised } from './rotations'
import { scaled } from './scaled'

/**
 * The singular values of a matrix; the first, by which it lengthens a vector at most, is its spectral norm.
 *
 * @param matrix row-major
 * @param columns from 1
 * @returns descending, as many as the smaller side has
 * @throws Error if a number is not finite
 */
export function singularValues(matrix: Float64Array, columns: number): Float64Array {
  return toTheEnd(singularValuesInPieces(matrix, columns))
}

/** The same for large matrices: it yields after every 5 ms of work or so. */
export function* singularValuesInPieces(
  matrix: Float64Array,
  columns: number,
): Generator<void, Float64Array> {
  const { values, scale } = scaled(matrix)
  const count = matrix.length / columns
  const isTall = count > columns
  const [rows, length] = isTall ? [transposed(values, columns), count] : [values, columns]
  yield* orthogonalised(rows, length, countWork())
  return Float64Array.from(
    { length: Math.min(count, columns) },
    (_, i) => scale * Math.hypot(...row(rows, i, length)),
  )
    .sort()
    .reverse()
}

/** The matrix with rows for columns. */
export function transposed(matrix: Float64Array, columns: number): Float64Array {
  const rows = matrix.length / columns
  return Float64Array.from(matrix, (_, at) => matrix[(at % rows) * columns + Math.floor(at / rows)] as number)
}
