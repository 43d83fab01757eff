import { expect, test } from 'vitest'
import { valueLine } from '../../../renderer/charts/forecast-chart'

const radii = (...values: number[]) => valueLine(Float64Array.from(values), 7, 2, []).pointRadius

test('a value that no line leads to is drawn as a point, and others are not', () => {
  expect(radii(0.5)).toEqual([3])
  expect(radii(0.5, 0.25, 1)).toEqual([0, 0, 0])
  // Of the second and third a line is drawn, of the first and last nothing else would be seen.
  expect(radii(1, Number.NaN, 2, 3, Number.NaN, 4)).toEqual([3, 0, 0, 0, 0, 3])
})
