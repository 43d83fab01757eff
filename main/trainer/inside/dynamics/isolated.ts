/**
 * Finds eigenvalues that can be read off: where a row or a column has nothing beside the diagonal, the number on it is one,
 * and the matrix without that row and column has the others. A unit that is dead is such a row, and a delay line consists
 * of them; without this, the eigenvalues of a delay line of n units, all zero, come out with a size of about ε^(1/n).
 *
 * @param matrix [size, size]
 * @returns the eigenvalues found, and the indices of the rows and columns that are left
 */
export function isolated(
  matrix: Float64Array,
  size: number,
): { readonly eigenvalues: readonly number[]; readonly left: readonly number[] } {
  const entry = (i: number, j: number) => matrix[i * size + j] as number
  const inRow = new Int32Array(size)
  const inColumn = new Int32Array(size)
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1)
      if (i !== j && entry(i, j) !== 0) {
        inRow[i] = (inRow[i] as number) + 1
        inColumn[j] = (inColumn[j] as number) + 1
      }
  const left = new Set(Array.from({ length: size }, (_, i) => i))
  const free = [...left].filter((i) => inRow[i] === 0 || inColumn[i] === 0)
  const eigenvalues: number[] = []
  for (let next = free.pop(); next !== undefined; next = free.pop()) {
    if (!left.delete(next)) continue
    eigenvalues.push(entry(next, next))
    for (const i of left) {
      if (entry(i, next) !== 0) inRow[i] = (inRow[i] as number) - 1
      if (entry(next, i) !== 0) inColumn[i] = (inColumn[i] as number) - 1
      if (inRow[i] === 0 || inColumn[i] === 0) free.push(i)
    }
  }
  return { eigenvalues, left: [...left] }
}
