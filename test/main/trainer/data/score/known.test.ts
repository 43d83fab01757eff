import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Scored } from '../../../../../main/trainer/data/score/scored'
import { scoresOf, yardsticksOf } from '../../../../../main/trainer/data/score/scores'
import { seasonalPeriod } from '../../../../../main/trainer/data/score/seasonal-period'
import { atOnce } from '../../../../../main/trainer/pieces'
import { noise, walk } from '../../../../helpers/noise'
import { array } from '../../../../helpers/score-cases'

const known = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../../fixtures/scores/known.json'), 'utf8'),
) as {
  readonly oil: {
    readonly values: readonly number[]
    readonly trainRows: number
    readonly train: { readonly rmse: number; readonly mae: number }
    readonly test: { readonly rmse: number; readonly mae: number; readonly mase: number }
  }
  readonly metrics: {
    readonly actual: readonly number[]
    readonly predicted: readonly number[]
    readonly mase: Readonly<Record<string, number>>
  }
  readonly seasons: Readonly<Record<'co2' | 'elnino' | 'sunspots', readonly (number | null)[]>>
}

describe('published figures', () => {
  it("are those of R for the naive forecast of Saudi Arabia's oil", () => {
    const { values, trainRows, train, test } = known.oil
    const column = { name: 'oil', values: Float64Array.from(values) }
    // R forecasts ten years from 2003: a prediction of one value. The training part is told one year ahead.
    const parts: Scored['parts'] = {
      train: [0, trainRows],
      validation: [0, 0],
      test: [trainRows, values.length],
    }
    const scored: Scored = { inputs: [column], targets: [column], parts, horizon: 1, window: 1, gaps: [] }
    const [yardsticks] = yardsticksOf(scored, [null])
    const last = values[trainRows - 1] as number
    const ahead = new Float64Array(values.length - trainRows).fill(last)
    const before = column.values.subarray(0, trainRows).map((_, row, all) => all[row - 1] ?? Number.NaN)
    const said = { train: before, validation: new Float64Array(0), test: ahead }
    const scores = atOnce(scoresOf(scored, 0, said, yardsticks as NonNullable<typeof yardsticks>, null))
    expect(scores.parts.validation).toBeNull()
    expect(scores.parts.train?.rmse).toBeCloseTo(train.rmse, 2)
    expect(scores.parts.train?.mae).toBeCloseTo(train.mae, 2)
    expect(scores.parts.train?.mase).toEqual({ value: expect.closeTo(1, 12) })
    expect(scores.parts.test?.rmse).toBeCloseTo(test.rmse, 2)
    expect(scores.parts.test?.mae).toBeCloseTo(test.mae, 2)
    expect(scores.parts.test?.mase).toEqual({ value: expect.closeTo(test.mase, 4) })
    const persistence = scores.rivals.find(({ name }) => name === 'persistence')
    expect(persistence?.available && persistence.errors.train?.rmse).toBeCloseTo(train.rmse, 2)
  })

  it.each([1, 2])("are those of R's Metrics::mase with a period of %i", (period) => {
    const { actual, predicted, mase } = known.metrics
    const column = { name: 'y', values: Float64Array.from(actual) }
    const whole = [0, actual.length] as const
    // It scales by the series that is predicted.
    const parts: Scored['parts'] = { train: whole, validation: [0, 0], test: whole }
    const scored: Scored = { inputs: [column], targets: [column], parts, horizon: 1, window: 1, gaps: [] }
    const [yardsticks] = yardsticksOf(scored, [period])
    const said = Float64Array.from(predicted)
    const predictions = { train: said, validation: new Float64Array(0), test: said }
    const scores = atOnce(
      scoresOf(scored, 0, predictions, yardsticks as NonNullable<typeof yardsticks>, period),
    )
    expect(scores.parts.test?.mase).toEqual({ value: expect.closeTo(mase[period] as number, 12) })
  })
})

describe('the season of a series', () => {
  it('is a year of months, eleven years of sunspots, and the period of a wave', () => {
    expect(seasonalPeriod(array(known.seasons.co2))).toBe(12)
    expect(seasonalPeriod(array(known.seasons.elnino))).toBe(12)
    expect([10, 11]).toContain(seasonalPeriod(array(known.seasons.sunspots)))
    expect(seasonalPeriod(Float64Array.from({ length: 600 }, (_, i) => Math.sin((i * Math.PI) / 10)))).toBe(
      20,
    )
    expect(seasonalPeriod(Float64Array.from({ length: 100 }, (_, i) => i % 7))).toBe(7)
  })

  it.each([3, 12, 50, 365])('is %i rows of a wave that is seen seven times', (period) => {
    const wave = Float64Array.from({ length: 7 * period }, (_, i) =>
      Math.sin((i * 2 * Math.PI) / period + 0.7),
    )
    expect(seasonalPeriod(wave)).toBe(period)
    // Three waves could be anything.
    expect(seasonalPeriod(wave.subarray(0, 3 * period))).toBeNull()
  })

  it('is found in noise, beside a trend, and where months are missing', () => {
    const noisy = noise(1000, 1).map((value, i) => Math.sin((i * 2 * Math.PI) / 24) + 0.5 * value + i)
    expect([23, 24, 25]).toContain(seasonalPeriod(noisy))
    const holes = array(known.seasons.elnino).map((value, i) => (i % 9 === 4 ? Number.NaN : value))
    expect(seasonalPeriod(holes)).toBe(12)
  })

  it('is the day and not the week of hours', () => {
    const hours = Float64Array.from(
      { length: 2000 },
      (_, i) => Math.sin((i * 2 * Math.PI) / 24) + 0.5 * Math.sin((i * 2 * Math.PI) / 168),
    )
    expect(seasonalPeriod(hours)).toBe(24)
  })

  it('is not there in noise, in random walks, in a line, and in too few rows', () => {
    const seeds = Array.from({ length: 60 }, (_, seed) => seed)
    for (const length of [100, 1000]) {
      expect(seeds.map((seed) => seasonalPeriod(noise(length, seed)))).toEqual(seeds.map(() => null))
      expect(seeds.map((seed) => seasonalPeriod(walk(length, seed)))).toEqual(seeds.map(() => null))
    }
    expect(seasonalPeriod(Float64Array.from({ length: 50 }, (_, i) => 3 * i))).toBeNull()
    expect(seasonalPeriod(new Float64Array(50).fill(0.1))).toBeNull()
    for (let rows = 0; rows < 9; rows += 1)
      expect(seasonalPeriod(Float64Array.from({ length: rows }, (_, i) => i % 2))).toBeNull()
  })
})
