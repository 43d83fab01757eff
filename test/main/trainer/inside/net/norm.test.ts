import { expect, it } from 'vitest'
import { normOf } from '../../../../../main/trainer/inside/net/norm'

it('the length of a vector is there of numbers whose squares are not, and of none that are not finite', () => {
  expect(normOf(Float32Array.of(3, -4))).toBe(5)
  expect(normOf(Float64Array.of(3e-200, -4e-200)) / 5e-200).toBeCloseTo(1, 14)
  expect(normOf(Float64Array.of(3e200, 4e200)) / 5e200).toBeCloseTo(1, 14)
  expect(normOf([0, 0])).toBe(0)
  expect(normOf([1, Number.NaN])).toBeNaN()
  expect(normOf([1, Number.NEGATIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY)
})
