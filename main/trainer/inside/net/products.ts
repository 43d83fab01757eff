/*
 * The products that everything here is made of, on row-major matrices of float64. Each adds to what is in its result
 * already, so that a bias or another product can be there before. The loops are written out over four rows at a time:
 * a single row has to wait for its own last sum.
 */

/**
 * result += matrix · x
 *
 * @param matrix [result.length, x.length]
 */
export function addProduct(matrix: Float64Array, x: Float64Array, result: Float64Array): void {
  const [rows, columns] = [result.length, x.length]
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const a = row * columns
    const [b, c, d] = [a + columns, a + 2 * columns, a + 3 * columns]
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0]
    for (let k = 0; k < columns; k += 1) {
      const value = x[k] as number
      sumA += (matrix[a + k] as number) * value
      sumB += (matrix[b + k] as number) * value
      sumC += (matrix[c + k] as number) * value
      sumD += (matrix[d + k] as number) * value
    }
    result[row] = (result[row] as number) + sumA
    result[row + 1] = (result[row + 1] as number) + sumB
    result[row + 2] = (result[row + 2] as number) + sumC
    result[row + 3] = (result[row + 3] as number) + sumD
  }
  for (; row < rows; row += 1) {
    let sum = 0
    for (let k = 0; k < columns; k += 1) sum += (matrix[row * columns + k] as number) * (x[k] as number)
    result[row] = (result[row] as number) + sum
  }
}

/**
 * result += matrixᵀ · y
 *
 * @param matrix [y.length, result.length]
 */
export function addTransposedProduct(matrix: Float64Array, y: Float64Array, result: Float64Array): void {
  const [rows, columns] = [y.length, result.length]
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const a = row * columns
    const [b, c, d] = [a + columns, a + 2 * columns, a + 3 * columns]
    const [yA, yB, yC, yD] = [y[row], y[row + 1], y[row + 2], y[row + 3]] as [number, number, number, number]
    for (let k = 0; k < columns; k += 1)
      result[k] =
        (result[k] as number) +
        (matrix[a + k] as number) * yA +
        (matrix[b + k] as number) * yB +
        (matrix[c + k] as number) * yC +
        (matrix[d + k] as number) * yD
  }
  for (; row < rows; row += 1) {
    const value = y[row] as number
    for (let k = 0; k < columns; k += 1)
      result[k] = (result[k] as number) + (matrix[row * columns + k] as number) * value
  }
}

/**
 * matrix += y · xᵀ
 *
 * @param matrix [y.length, x.length]
 */
export function addOuterProduct(matrix: Float64Array, y: Float64Array, x: Float64Array): void {
  const columns = x.length
  for (let row = 0; row < y.length; row += 1) {
    const value = y[row] as number
    if (value === 0) continue
    const at = row * columns
    for (let k = 0; k < columns; k += 1)
      matrix[at + k] = (matrix[at + k] as number) + value * (x[k] as number)
  }
}
