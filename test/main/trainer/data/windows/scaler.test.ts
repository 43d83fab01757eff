import { unscaled } from '@contract/data/scaler'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitScaler } from '../../../../../main/trainer/data/windows/scaler'

const train = { from: 1, to: 6 }
// numpy of [3, 5, nan, 4, 10] without the nan: mean 5.5, std(ddof=0) 2.692582403567252, min 3, max 10.
const values = Float64Array.of(1e9, 3, 5, Number.NaN, 4, 10, -1e9)

describe('the scaler of a column', () => {
  it('is that of scikit-learn, from the training part alone', () => {
    const standard = fitScaler(values, train, 'standard')
    expect(standard.offset).toBe(5.5)
    expect(standard.scale).toBeCloseTo(2.692582403567252, 14)
    expect(fitScaler(values, train, 'min-max')).toEqual({ offset: 3, scale: 7 })
    expect(fitScaler(values, train, 'none')).toEqual({ offset: 0, scale: 1 })
  })

  it('keeps the deviation of numbers far from zero', () => {
    const far = Float64Array.from({ length: 1000 }, (_, i) => 1e9 + (i % 2))
    expect(fitScaler(far, { from: 0, to: 1000 }, 'standard').scale).toBeCloseTo(0.5, 9)
  })

  it('stretches nothing where there is one value, and leaves alone what has none', () => {
    for (const scaling of ['standard', 'min-max'] as const) {
      expect(fitScaler(new Float64Array(9).fill(0.1), { from: 0, to: 9 }, scaling).scale).toBe(1)
      expect(fitScaler(new Float64Array(9).fill(Number.NaN), { from: 0, to: 9 }, scaling)).toEqual({
        offset: 0,
        scale: 1,
      })
    }
  })

  it('stretches no spread that is smaller than what can be shown, which would make all else infinite', () => {
    for (const spread of [5e-324, 1e-310, 1e-305, 1e-39])
      for (const scaling of ['standard', 'min-max'] as const)
        expect(fitScaler(Float64Array.of(0, spread, 1e6), { from: 0, to: 2 }, scaling).scale).toBe(1)
    const small = Float64Array.of(0, 1e-30, 1e6)
    expect(fitScaler(small, { from: 0, to: 2 }, 'min-max')).toEqual({ offset: 0, scale: 1e-30 })
  })

  it('never depends on a number outside of the training part, and is undone', () => {
    fc.assert(
      fc.property(
        fc.float64Array({ minLength: 8, maxLength: 40, noNaN: true, min: -1e6, max: 1e6 }),
        fc.constantFrom('none' as const, 'standard' as const, 'min-max' as const),
        (column, scaling) => {
          const half = { from: 0, to: 4 }
          const scaler = fitScaler(column, half, scaling)
          const other = column.map((value, row) => (row < 4 ? value : value * 7 + 1))
          expect(fitScaler(other, half, scaling)).toEqual(scaler)
          for (const value of column) {
            const seen = (value - scaler.offset) / scaler.scale
            const tolerance = 1e-9 * (Math.abs(value) + Math.abs(scaler.offset) + 1)
            expect(Math.abs(unscaled(seen, scaler) - value)).toBeLessThanOrEqual(tolerance)
          }
        },
      ),
    )
  })
})
