import type { ArrayOf } from '../../network/shape/named-arrays'

/** The transpose: [rows, columns] to [columns, rows]. */
export function transposed({ shape, values }: ArrayOf): ArrayOf {
  const [rows, columns] = shape as [number, number]
  const swapped = new Float32Array(values.length)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      swapped[column * rows + row] = values[row * columns + column] as number
  return { shape: [columns, rows], values: swapped }
}

/**
 * Puts the equal blocks of rows that an array consists of into another order; for a bias [rows] those of its numbers.
 *
 * @param order the block that comes first, second, …: [1, 0, 2] swaps the first two
 */
export function blocksReordered({ shape, values }: ArrayOf, order: readonly number[]): ArrayOf {
  const size = values.length / order.length
  const reordered = new Float32Array(values.length)
  for (const [place, block] of order.entries())
    reordered.set(values.subarray(block * size, (block + 1) * size), place * size)
  return { shape, values: reordered }
}

/** The order that undoes `order`. */
export function inverted(order: readonly number[]): number[] {
  return order.map((_, block) => order.indexOf(block))
}

/**
 * Adds two arrays of one shape, in float32. A zero comes out positive: the sum is then the same bits when zeros are added
 * to it, as they are when a single bias has become two again.
 */
export function sum(a: ArrayOf, b: ArrayOf): ArrayOf {
  return { shape: a.shape, values: a.values.map((value, i) => value + (b.values[i] as number) + 0) }
}

/** Zeros in the shape of another array. */
export function zerosOf({ shape, values }: ArrayOf): ArrayOf {
  return { shape, values: new Float32Array(values.length) }
}

/** Lays arrays of one shape below each other: [2, …shape] for two. */
export function stacked(arrays: readonly ArrayOf[]): ArrayOf {
  const size = arrays[0]?.values.length ?? 0
  const values = new Float32Array(arrays.length * size)
  for (const [index, array] of arrays.entries()) values.set(array.values, index * size)
  return { shape: [arrays.length, ...(arrays[0]?.shape ?? [])], values }
}

/** Takes the first axis apart again. */
export function unstacked({ shape, values }: ArrayOf): ArrayOf[] {
  const [count = 0, ...rest] = shape
  const size = count === 0 ? 0 : values.length / count
  return Array.from({ length: count }, (_, index) => ({
    shape: rest,
    values: values.slice(index * size, (index + 1) * size),
  }))
}
