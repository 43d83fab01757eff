import { expect, it } from 'vitest'
import {
  eigenvaluesCost,
  growthCost,
  isAffordable,
  singularValuesCost,
} from '../../../../../main/trainer/inside/dynamics/cost'

it('lets everything of a network of usual size be computed, and not what takes seconds', () => {
  expect([64, 256, 512, 1024, 2048].map((size) => isAffordable(eigenvaluesCost(size)))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ])
  expect([64, 256, 512].map((size) => isAffordable(singularValuesCost(size, size)))).toEqual([
    true,
    true,
    false,
  ])
  // An LSTM of 32 units over the longest window, and one of 128.
  expect([64, 256].map((size) => isAffordable(growthCost(size, 500)))).toEqual([true, false])
  // As many numbers, but fewer directions: of 500 time steps and 64 units either way.
  expect(singularValuesCost(500, 64)).toBe(singularValuesCost(64, 500))
  expect(isAffordable(singularValuesCost(500, 64))).toBe(true)
  expect(isAffordable(singularValuesCost(500, 1024))).toBe(false)
})
