import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createExtrema } from '../../../../renderer/store/curves/extrema'
import { growableFloat32 } from '../../../../renderer/store/curves/growable'

function bruteForce(values: readonly number[], from: number, to: number) {
  const numbers = values.slice(from, to).filter((value) => !Number.isNaN(value))
  return { least: Math.min(...numbers), greatest: Math.max(...numbers) }
}

const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -50, max: 50 }) }, fc.constant(Number.NaN))

describe('extrema', () => {
  it('finds what looking at every value finds, in any range', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5000, size: 'max' }),
        fc.nat(),
        fc.nat(),
        (values, a, b) => {
          const from = a % values.length
          const to = from + 1 + (b % (values.length - from))
          const series = growableFloat32()
          series.append(values)
          const found = createExtrema(series).within(from, to)
          const wanted = bruteForce(values, from, to)
          if (!Number.isFinite(wanted.least)) return
          expect([found.low, values[found.least]]).toEqual([wanted.least, wanted.least])
          expect([found.high, values[found.greatest]]).toEqual([wanted.greatest, wanted.greatest])
          expect(Math.min(found.least, found.greatest)).toBeGreaterThanOrEqual(from)
          expect(Math.max(found.least, found.greatest)).toBeLessThan(to)
        },
      ),
      { numRuns: 200, endOnFailure: true },
    )
  })

  it('looks again at what was cut off and came anew', () => {
    const series = growableFloat32()
    const extrema = createExtrema(series)
    series.append(Array.from({ length: 1024 }, (_, index) => index))
    expect(extrema.within(0, 1024).greatest).toBe(1023)
    series.truncate(300)
    extrema.truncate(300)
    series.append(Array.from({ length: 724 }, (_, index) => -index))
    expect(extrema.within(0, 1024)).toEqual({ least: 1023, greatest: 299, low: -723, high: 299 })
  })
})
