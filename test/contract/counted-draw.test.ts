import { countedDraw } from '@contract/counted-draw'
import { describe, expect, it } from 'vitest'

describe('a counted draw', () => {
  it('comes out evenly, from seed to seed and from count to count', () => {
    for (const seed of [0, 1, 4_294_967_295]) {
      const counts = new Float64Array(10)
      for (let count = 0; count < 100_000; count += 1) {
        const drawn = countedDraw(seed, count, 10)
        counts[drawn] = (counts[drawn] ?? 0) + 1
      }
      // Chi-squared with 9 degrees of freedom: beyond 27.9 once in a thousand; the seeds are fixed.
      const chi = counts.reduce((sum, found) => sum + (found - 10_000) ** 2 / 10_000, 0)
      expect(chi).toBeLessThan(27.9)
    }
  })

  it('has nothing to do with the draw before it or with the next seed', () => {
    const correlation = (other: (count: number) => number) => {
      let sum = 0
      for (let count = 0; count < 100_000; count += 1)
        sum += (countedDraw(7, count, 1000) - 499.5) * (other(count) - 499.5)
      return sum / 100_000 / (1e6 / 12)
    }
    // One standard deviation is 1 / sqrt(100,000), which is 0.003.
    expect(Math.abs(correlation((count) => countedDraw(7, count + 1, 1000)))).toBeLessThan(0.012)
    expect(Math.abs(correlation((count) => countedDraw(8, count, 1000)))).toBeLessThan(0.012)
    expect(correlation((count) => countedDraw(7, count, 1000))).toBeGreaterThan(0.9)
  })

  it('needs none of those before it', () => {
    expect(countedDraw(3, 2 ** 40 + 5, 1000)).not.toBe(countedDraw(3, 5, 1000))
    expect(countedDraw(3, 2 ** 40 + 5, 1000)).toBe(countedDraw(3, 2 ** 40 + 5, 1000))
  })
})
