import { expect } from 'vitest'
import type { Tensor } from '../../../../main/trainer/tensorflow'

/** What a tensor holds, to the last bit. */
export function contentOf(tensor: Tensor) {
  return { shape: tensor.shape, dtype: tensor.dtype, values: Array.from(tensor.dataSync()) }
}

/** Expects tensors of the same shapes and types with the same numbers, to the last bit. */
export function expectSameNumbers(actual: readonly Tensor[], expected: readonly Tensor[]): void {
  expect(actual.map(contentOf)).toEqual(expected.map(contentOf))
}
