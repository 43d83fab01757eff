/**
 * Lays numbers row by row that lie column by column (Fortran's order, the first axis fastest).
 *
 * @param shape the array's, whatever the order
 */
export function inRowMajor(values: Float32Array, shape: readonly number[]): Float32Array {
  const rowMajor = new Float32Array(values.length)
  const place = shape.map(() => 0)
  for (const value of values) {
    rowMajor[place.reduce((offset, index, axis) => offset * (shape[axis] as number) + index, 0)] = value
    for (const [axis, size] of shape.entries()) {
      place[axis] = ((place[axis] as number) + 1) % size
      if (place[axis] !== 0) break
    }
  }
  return rowMajor
}
