import { bootstrapInterval } from '@contract/statistics/bootstrap'
import { probabilityOfImprovement } from '@contract/statistics/improvement'
import { interquartileMean } from '@contract/statistics/interquartile-mean'
import { describe, expect, it } from 'vitest'
import { expectEqual, lossesOf, REFERENCE } from './reference'

const add = (a: number, b: number) => a + b
const { NaN: none, POSITIVE_INFINITY: infinite } = Number

/** 2,000 resamples put an end of the interval beside its place by 0.06 of their standard deviation: five times that. */
const SAMPLING = 0.3

describe('the interquartile mean', () => {
  it.each(REFERENCE.groups)(
    'is the trimmed mean of scipy: case %#',
    ({ losses, interquartileMean: told }) => {
      const { value } = interquartileMean(lossesOf(losses))
      if (told === null) expect(value).toBeNull()
      else expectEqual(value ?? Number.NaN, told, 1e-12)
    },
  )

  it.each(REFERENCE.means)('has an interval near that of scipy: case %#', ({ losses, low, high, error }) => {
    const found = interquartileMean(lossesOf(losses))
    if (found.value === null) throw new Error('expected a mean')
    expect(Math.abs(found.low - low)).toBeLessThan(SAMPLING * error)
    expect(Math.abs(found.high - high)).toBeLessThan(SAMPLING * error)
  })

  it.each(REFERENCE.exactMeans)('has the interval of all resamples of a few: case %#', (told) => {
    const found = interquartileMean(told.losses)
    expect(found).toMatchObject({ low: expect.closeTo(told.low, 12), high: expect.closeTo(told.high, 12) })
  })

  it('has no number where the middle half includes a failure', () => {
    expect(interquartileMean([1, 2, 3, 4, 5, 6, none, infinite])).toMatchObject({
      ...{ n: 8, failures: 2, mostFailures: 2, value: 4.5 },
    })
    expect(interquartileMean([1, 2, 3, 4, 5, none, none, infinite])).toEqual({
      ...{ n: 8, failures: 3, mostFailures: 2, value: null, why: 'failures' },
    })
    expect(interquartileMean([])).toMatchObject({ value: null, why: 'no-runs', n: 0 })
  })

  it('has no upper end where resamples have too many failures', () => {
    const found = interquartileMean([1, 2, 3, 4, 5, 6, none, none])
    expect(found).toMatchObject({ value: 4.5, high: infinite, low: expect.closeTo(2.5, 0) })
  })
})

describe('the probability of improvement', () => {
  it.each(REFERENCE.improvements)(
    'is that of scipy: case %#',
    ({ first, second, value, low, high, error }) => {
      const found = probabilityOfImprovement(lossesOf(first), lossesOf(second))
      expectEqual(found.value, value, 1e-12)
      if (low === null || high === null || error === null) return
      expect(Math.abs(found.low - low)).toBeLessThan(SAMPLING * error)
      expect(Math.abs(found.high - high)).toBeLessThan(SAMPLING * error)
    },
  )

  it('is one half between equals, failures too, and sure where none overlaps', () => {
    expect(probabilityOfImprovement([none, none], [infinite])).toEqual({ value: 0.5, low: 0.5, high: 0.5 })
    expect(probabilityOfImprovement([1, 2], [3, none])).toEqual({ value: 1, low: 1, high: 1 })
    expect(probabilityOfImprovement([none], [1e30])).toEqual({ value: 0, low: 0, high: 0 })
  })

  it('asks for a run of each', () => {
    expect(() => probabilityOfImprovement([1], [])).toThrow('at least one loss of each group')
  })
})

describe('a bootstrap interval', () => {
  const timesDrawn = (seed: number) => bootstrapInterval([30], ([drawn]) => drawn?.[0] ?? none, seed)
  const sum = (seed: number) =>
    bootstrapInterval([30], ([drawn]) => Array.from(drawn ?? [], (times, at) => times * at).reduce(add), seed)

  it('draws as many runs as there are, of each group by itself', () => {
    const sizes = new Set<string>()
    bootstrapInterval([3, 7], (drawn) => {
      sizes.add(drawn.map((counts) => counts.reduce(add)).join())
      return 0
    })
    expect([...sizes]).toEqual(['3,7'])
  })

  it('follows from its seed alone', () => {
    expect(sum(1)).toEqual(sum(1))
    expect(sum(1)).not.toEqual(sum(2))
    // A run is drawn Poisson-like: never to three times, in 95 of 100 resamples.
    expect(timesDrawn(1)).toEqual({ low: 0, high: 3 })
  })
})
