/**
 * The weights of one target: those of dropped columns are 0.
 */
export type Solution = {
  readonly weights: Float64Array
  /** Columns that carry a weight, ascending. */
  readonly kept: readonly number[]
}

/**
 * A column of which less than this share is new beside the columns before it is dropped. Numbers that were float32 before
 * carry errors of 6e-8, and sums of them somewhat more: that is no news.
 */
const NEWS = 1e-6
const BLOCK = 256

/**
 * Least squares by Householder's reflections, in memory that does not grow with the rows: rows come in blocks, and each
 * block is turned into the triangle of those before it (Golub and Van Loan, Matrix Computations, 5.2 and 6.5). No product
 * of the matrix with itself is formed, so that the error goes with its condition and not with the square of it.
 *
 * Columns that depend on earlier ones are dropped in their order, as R's `lm` does, with the bound `NEWS`: the first columns
 * say what they can. Among all best solutions it is one with few and early columns, not the one of the smallest norm.
 *
 * @param columns of the matrix, in the order in which they are preferred; best of mean 0 and standard deviation 1
 * @param targets right-hand sides that are solved at once
 */
export function leastSquares(columns: number, targets: number) {
  const width = columns + targets
  const triangle = new Float64Array(width * width)
  // [column · BLOCK + row]
  const block = new Float64Array(width * BLOCK)
  let filled = 0

  function absorb() {
    for (let column = 0; column < width; column += 1)
      reflect(triangle, block, { column, width, rows: filled })
    filled = 0
  }

  return {
    /** Takes one row: `columns` numbers, then `targets`. */
    add(row: Float64Array) {
      for (let column = 0; column < width; column += 1) block[column * BLOCK + filled] = row[column] as number
      filled += 1
      if (filled === BLOCK) absorb()
    },
    /** The best weights for each target over the rows so far. */
    solve(): Solution[] {
      if (filled > 0) absorb()
      return solved(triangle.slice(), columns, width)
    },
  }
}

/** Turns one column of the block into the diagonal of the triangle, and all columns after it with it. */
function reflect(
  triangle: Float64Array,
  block: Float64Array,
  { column, width, rows }: { readonly column: number; readonly width: number; readonly rows: number },
) {
  const own = column * BLOCK
  let squares = 0
  for (let row = 0; row < rows; row += 1) squares += (block[own + row] as number) ** 2
  if (squares === 0) return
  const diagonal = column * width + column
  const head = triangle[diagonal] as number
  const length = Math.sqrt(head * head + squares)
  // Away from the head, so that nothing is lost in the difference.
  const turned = head > 0 ? -length : length
  const lead = head - turned
  const factor = 2 / (lead * lead + squares)
  triangle[diagonal] = turned
  for (let other = column + 1; other < width; other += 1) {
    const at = other * BLOCK
    const place = column * width + other
    let product = lead * (triangle[place] as number)
    for (let row = 0; row < rows; row += 1)
      product += (block[own + row] as number) * (block[at + row] as number)
    product *= factor
    triangle[place] = (triangle[place] as number) - product * lead
    for (let row = 0; row < rows; row += 1)
      block[at + row] = (block[at + row] as number) - product * (block[own + row] as number)
  }
}

/** Drops what depends on earlier columns, and solves for the rest. @param matrix [row · width + column], is changed */
function solved(matrix: Float64Array, columns: number, width: number): Solution[] {
  const at = (row: number, column: number) => matrix[row * width + column] as number
  const lengthFrom = (first: number, column: number) => {
    let squares = 0
    for (let row = first; row < width; row += 1) squares += at(row, column) ** 2
    return Math.sqrt(squares)
  }
  // A reflection keeps a column's length, but its own column is emptied below the diagonal.
  const lengths = Array.from({ length: columns }, (_, column) => lengthFrom(0, column))
  const kept: number[] = []
  for (let column = 0; column < columns; column += 1) {
    const top = kept.length
    const rest = lengthFrom(top, column)
    if (rest <= NEWS * (lengths[column] as number)) continue
    kept.push(column)
    const turned = at(top, column) > 0 ? -rest : rest
    const v = Float64Array.from({ length: width - top }, (_, i) => at(top + i, column))
    v[0] = (v[0] as number) - turned
    const factor = 2 / v.reduce((sum, value) => sum + value * value, 0)
    for (let other = column; other < width; other += 1) {
      const product = factor * v.reduce((sum, value, i) => sum + value * at(top + i, other), 0)
      v.forEach((value, i) => {
        matrix[(top + i) * width + other] = at(top + i, other) - product * value
      })
    }
  }
  return Array.from({ length: width - columns }, (_, target) => {
    const weights = new Float64Array(columns)
    for (let row = kept.length - 1; row >= 0; row -= 1) {
      let rest = at(row, columns + target)
      for (let later = row + 1; later < kept.length; later += 1) {
        const column = kept[later] as number
        rest -= at(row, column) * (weights[column] as number)
      }
      const column = kept[row] as number
      weights[column] = rest / at(row, column)
    }
    return { weights, kept }
  })
}
