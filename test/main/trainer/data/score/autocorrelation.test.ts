import { describe, expect, it } from 'vitest'
import { autocorrelation } from '../../../../../main/trainer/data/score/autocorrelation'
import { fourier } from '../../../../../main/trainer/data/score/fourier'
import { noise } from '../../../../helpers/noise'

/** By the definition, term by term. */
function slowly(values: Float64Array, lags: number): number[] {
  const known = values.filter((value) => !Number.isNaN(value))
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  const apart = values.map((value) => (Number.isNaN(value) ? 0 : value - mean))
  const sums = Array.from({ length: lags + 1 }, (_, lag) =>
    apart.reduce((sum, value, i) => sum + value * (apart[i + lag] ?? 0), 0),
  )
  return sums.map((sum) => sum / (sums[0] as number))
}

describe('autocorrelation', () => {
  // 1024 numbers are transformed at once: lengths about one piece, several pieces, and lags longer than a piece.
  it.each([
    [2, 1],
    [300, 299],
    [1023, 5],
    [1024, 5],
    [1019, 5],
    [1020, 5],
    [5000, 40],
    [3000, 2500],
  ])('of %i numbers up to lag %i is the definition, with holes', (length, lags) => {
    const values = noise(length, length).map((value, i) => (i % 11 === 7 ? Number.NaN : value + 1e6))
    const found = autocorrelation(values, lags)
    const expected = slowly(values, lags)
    expect(found?.values).toHaveLength(lags + 1)
    expected.forEach((value, lag) => {
      expect(Math.abs((found?.values[lag] as number) - value)).toBeLessThan(1e-9)
    })
    const count = values.filter((value) => !Number.isNaN(value)).length
    expect(found).toMatchObject({ count, band: 1.96 / Math.sqrt(count) })
  })

  it('tells no more lags than there are', () => {
    expect(autocorrelation(noise(10, 1), 50)?.values).toHaveLength(10)
  })

  it('is nothing for a constant, for one number and for none', () => {
    for (const values of [[0.1, 0.1, 0.1], [0, 0], [1], [], [1, Number.NaN], [Number.NaN]])
      expect(autocorrelation(Float64Array.from(values), 3)).toBeNull()
  })

  it('takes millions of numbers', () => {
    const values = Float64Array.from({ length: 2_000_000 }, (_, i) => ((i % 1000) - 499.5) / 100)
    const found = autocorrelation(values, 3000)?.values as Float64Array
    expect(found[1000]).toBeCloseTo(1 - 1000 / 2_000_000, 9)
    expect(found[3000]).toBeCloseTo(1 - 3000 / 2_000_000, 9)
    expect(found[500]).toBeCloseTo(-0.5 * (1 - 500 / 2_000_000), 3)
  })
})

describe('the Fourier transform', () => {
  it('is its definition', () => {
    const [re, im] = [noise(32, 1), noise(32, 2)]
    const expected = Array.from({ length: 32 }, (_, k) => {
      let [x, y] = [0, 0]
      re.forEach((value, n) => {
        const angle = (-2 * Math.PI * k * n) / 32
        x += value * Math.cos(angle) - (im[n] as number) * Math.sin(angle)
        y += value * Math.sin(angle) + (im[n] as number) * Math.cos(angle)
      })
      return [x, y]
    })
    fourier(32).forward(re, im)
    expected.forEach(([x, y], k) => {
      expect(re[k]).toBeCloseTo(x as number, 12)
      expect(im[k]).toBeCloseTo(y as number, 12)
    })
  })

  it.each([0, 1, 3, 12])('has no form of %i numbers', (size) => {
    expect(() => fourier(size)).toThrow(RangeError)
  })
})
