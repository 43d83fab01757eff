/** A row of a row-major matrix with so many columns, where it lies: what is written to it is written to the matrix. */
export function row(matrix: Float64Array, at: number, columns: number): Float64Array {
  return matrix.subarray(at * columns, (at + 1) * columns)
}
