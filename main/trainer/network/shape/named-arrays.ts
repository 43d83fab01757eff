/** Numbers with a shape, outside TensorFlow: row-major float32. */
export type ArrayOf = { readonly shape: readonly number[]; readonly values: Float32Array }

/** Parameters, or anything kept beside each of them, by PyTorch's names and in PyTorch's order. */
export type NamedArrays = ReadonlyMap<string, ArrayOf>

/** How many numbers an array of this shape holds; a scalar holds one. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1)
}
