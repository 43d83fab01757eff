import { row } from '../net/rows'
import type { Work } from '../net/work'

/**
 * Brings a matrix to upper Hessenberg form, zero below the first subdiagonal, by Householder's reflections from both sides:
 * the eigenvalues stay what they are (Golub and Van Loan, Matrix Computations, 7.4.2).
 *
 * @param matrix [size, size], is changed
 */
export function* toHessenberg(matrix: Float64Array, size: number, work: Work): Generator<void, void> {
  for (let k = 0; k < size - 2; k += 1) {
    const reflector = new Float64Array(size)
    for (let i = k + 1; i < size; i += 1) reflector[i] = matrix[i * size + k] as number
    const length = Math.hypot(...reflector)
    // Nothing is below the subdiagonal.
    if (length === Math.abs(reflector[k + 1] as number)) continue
    const first = reflector[k + 1] as number
    reflector[k + 1] = first + (first < 0 ? -length : length)
    const square = reflector.reduce((sum, x) => sum + x * x, 0)
    reflectRows(matrix, size, reflector, k, 2 / square)
    reflectColumns(matrix, size, reflector, k, 2 / square)
    for (let i = k + 2; i < size; i += 1) matrix[i * size + k] = 0
    if (work.isPiece(4 * size * (size - k))) yield
  }
}

/** matrix -= β v (vᵀ matrix), where v begins at k + 1. */
function reflectRows(matrix: Float64Array, size: number, v: Float64Array, k: number, beta: number) {
  const sums = new Float64Array(size)
  for (let i = k + 1; i < size; i += 1) addTimes(sums, row(matrix, i, size), v[i] as number)
  for (let i = k + 1; i < size; i += 1) addTimes(row(matrix, i, size), sums, -beta * (v[i] as number))
}

/** matrix -= β (matrix v) vᵀ */
function reflectColumns(matrix: Float64Array, size: number, v: Float64Array, k: number, beta: number) {
  for (let i = 0; i < size; i += 1) {
    const numbers = row(matrix, i, size)
    let sum = 0
    for (let j = k + 1; j < size; j += 1) sum += (numbers[j] as number) * (v[j] as number)
    addTimes(numbers, v, -beta * sum)
  }
}

function addTimes(sum: Float64Array, vector: Float64Array, factor: number) {
  for (let j = 0; j < sum.length; j += 1) sum[j] = (sum[j] as number) + factor * (vector[j] as number)
}
