import { percentileAmong, quantile, quantileOfSorted } from '@contract/statistics/quantile'
import { describe, expect, it } from 'vitest'
import { expectEqual, lossesOf, REFERENCE } from './reference'

describe('a quantile', () => {
  it.each(REFERENCE.groups)('is that of numpy, failures last: case %#', ({ losses, quantiles }) => {
    REFERENCE.shares.forEach((share, at) => {
      expectEqual(quantile(lossesOf(losses), share), quantiles[at] ?? null, 1e-12)
    })
  })

  it('is the number itself where rounding alone puts it beside one, though the next is infinite', () => {
    // 0.07 of 100 is 7.000000000000001.
    const sorted = Array.from({ length: 101 }, (_, at) => (at < 8 ? at : Number.POSITIVE_INFINITY))
    expect(quantileOfSorted(sorted, 0.07)).toBe(7)
    expect(quantileOfSorted(sorted, 0.0701)).toBe(Number.POSITIVE_INFINITY)
  })

  it('is none of no losses', () => {
    expect(quantile([], 0.5)).toBeNaN()
    expect(percentileAmong([], 0.5)).toBeNaN()
  })

  it('leaves the losses as they are', () => {
    const losses = [3, Number.NaN, 1]
    expect(quantile(losses, 0.5)).toBe(3)
    expect(losses).toEqual([3, Number.NaN, 1])
  })
})

describe('the percentile of a loss', () => {
  it.each(REFERENCE.groups)('is that of scipy: case %#', ({ losses, asked, percentiles }) => {
    asked.forEach((loss, at) => {
      expectEqual(percentileAmong(lossesOf(losses), loss ?? Number.NaN), percentiles[at] ?? null, 1e-12)
    })
  })
})
