import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { growableFloat32 } from '../../../../renderer/store/curves/growable'
import { createMeans } from '../../../../renderer/store/curves/means'

const value = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -50, max: 50 }) }, fc.constant(Number.NaN))

function plain(values: readonly number[]): number {
  const numbers = values.filter((number) => !Number.isNaN(number))
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

describe('means', () => {
  it('are those of all values of any range, also after an end was cut off and came anew', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 5000, size: 'max' }),
        fc.array(value, { minLength: 1, maxLength: 3000, size: 'max' }),
        fc.nat(),
        fc.nat(),
        (values, more, a, b) => {
          const series = growableFloat32()
          const means = createMeans(series)
          series.append(values)
          means.within(0, values.length)
          const kept = a % values.length
          series.truncate(kept)
          means.truncate(kept)
          series.append(more)
          const all = [...values.slice(0, kept), ...more]
          const from = b % all.length
          for (const to of [from + 1, all.length]) {
            const wanted = plain(all.slice(from, to))
            if (Number.isNaN(wanted)) expect(means.within(from, to)).toBeNaN()
            else expect(means.within(from, to)).toBeCloseTo(wanted, 9)
          }
        },
      ),
      { numRuns: 100, endOnFailure: true },
    )
  })
})
