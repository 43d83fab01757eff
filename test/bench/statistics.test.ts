import { describe, expect, it } from 'vitest'
import { linearFit, median, quantile, spreadOf } from './statistics'

describe('median', () => {
  it('is the middle, whatever the order', () => {
    expect(median([30, 4, 100])).toBe(30)
    expect(median([4, 1, 2, 3])).toBe(2.5)
    expect(median([7])).toBe(7)
  })

  it('leaves the numbers as they are, and has none of none', () => {
    const numbers = [3, 1, 2]
    expect(spreadOf(numbers)).toEqual({ median: 2, least: 1, most: 3 })
    expect(numbers).toEqual([3, 1, 2])
    expect(median([])).toBeNaN()
  })
})

describe('a quantile', () => {
  it('is the number that so many do not exceed', () => {
    const numbers = Array.from({ length: 20 }, (_, i) => 20 - i)
    expect(quantile(numbers, 0.95)).toBe(19)
    expect(quantile(numbers, 0.951)).toBe(20)
    expect(quantile([5], 0)).toBe(5)
    expect(quantile([], 0.95)).toBeNaN()
  })
})

describe('the linear fit', () => {
  it('finds a line', () => {
    const { slope, intercept } = linearFit([5, 1, 3].map((x) => ({ x, y: 2 * x - 4 })))
    expect(slope).toBeCloseTo(2, 12)
    expect(intercept).toBeCloseTo(-4, 12)
  })

  it('goes between points that lie on none', () => {
    const points = [0, 0, 1, 1].map((x, i) => ({ x, y: x + (i % 2 === 0 ? 0.5 : -0.5) }))
    expect(linearFit(points).slope).toBeCloseTo(1, 12)
  })
})
