import { axisTimesOf, MAX_KNOTS, timeAt } from '@contract/data/axis-times'
import type { SeriesTimes } from '@contract/data/series'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Unit = Extract<SeriesTimes, { kind: 'dates' }>['unit']
const DAY = 86_400_000

function dates(values: readonly number[], unit: Unit = 'day'): SeriesTimes {
  return { kind: 'dates', name: 'when', values: Float64Array.from(values), unit }
}

function numbers(values: readonly number[]): SeriesTimes {
  return { kind: 'numbers', name: 's', values: Float64Array.from(values) }
}

function back(times: SeriesTimes): (number | null)[] {
  const told = axisTimesOf(times)
  return times.kind === 'rows' ? [] : Array.from(times.values, (_, row) => timeAt(told, row))
}

describe('the times of a series', () => {
  it('are none where rows are only counted', () => {
    expect(axisTimesOf({ kind: 'rows' })).toEqual({ kind: 'rows' })
    expect(timeAt({ kind: 'rows' }, 7)).toBeNull()
    expect(axisTimesOf(numbers([]))).toEqual({ kind: 'rows' })
  })

  it('are first and interval where every interval is the same', () => {
    const days = Array.from({ length: 5000 }, (_, i) => Date.UTC(1999, 11, 30) + i * DAY)
    expect(axisTimesOf(dates(days))).toEqual({
      ...{ kind: 'regular', first: Date.UTC(1999, 11, 30), interval: DAY },
      ...{ of: 'dates', name: 'when', unit: 'day' },
    })
    expect(back(dates(days))).toEqual(days)
    // As a file has them, with rounding in each.
    const tenths = Array.from({ length: 300 }, (_, i) => Number((i * 0.1).toFixed(1)))
    const told = axisTimesOf(numbers(tenths))
    expect(told).toMatchObject({ kind: 'regular', first: 0, of: 'numbers', name: 's' })
    for (const [row, value] of tenths.entries()) expect(timeAt(told, row)).toBeCloseTo(value, 12)
    expect(axisTimesOf(numbers([3]))).toMatchObject({ kind: 'regular', first: 3, interval: 0 })
  })

  it('are a rule of the calendar for months and years, whose lengths differ', () => {
    const months = Array.from({ length: 700 }, (_, i) => Date.UTC(1958, 2 + i, 1))
    expect(axisTimesOf(dates(months, 'month'))).toMatchObject({ kind: 'calendar', months: 1 })
    expect(back(dates(months, 'month'))).toEqual(months)
    const years = Array.from({ length: 309 }, (_, i) => Date.UTC(1700 + i, 0, 1))
    expect(axisTimesOf(dates(years, 'year'))).toMatchObject({ kind: 'calendar', months: 12 })
    expect(back(dates(years, 'year'))).toEqual(years)
    const ends = Array.from({ length: 40 }, (_, i) => Date.UTC(2019, 1 + i, 0, 16, 30))
    expect(axisTimesOf(dates(ends))).toMatchObject({ kind: 'calendar', months: 1 })
    expect(back(dates(ends))).toEqual(ends)
    const early = Array.from({ length: 60 }, (_, i) => new Date(0).setUTCFullYear(-20 + i, 0, 1))
    expect(back(dates(early, 'year'))).toEqual(early)
  })

  it('are told where their distance changes, and lie on straight lines between', () => {
    // 3,000 days with a gap of a week after the first 1,000.
    const values = Array.from({ length: 3000 }, (_, i) => (i < 1000 ? i : i + 7) * DAY)
    const told = axisTimesOf(dates(values))
    expect(told).toMatchObject({ kind: 'knots', exact: true, rows: Float64Array.of(0, 999, 1000, 2999) })
    expect(back(dates(values))).toEqual(values)
    expect(timeAt(told, 2999 + 2)).toBe((2999 + 9) * DAY)
    expect(timeAt(told, 500.5)).toBe(500.5 * DAY)
  })

  it('are exact for any 2,000 rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 2000 }), (steps) => {
        let at = -500_000
        const values = steps.map((step) => (at += step))
        for (const [row, time] of back(numbers(values)).entries())
          expect(time).toBeCloseTo(values[row] ?? 0, 6)
      }),
      { numRuns: 50 },
    )
  })

  it('say that they are not exact where there are too many distances', () => {
    // Days of work: five, then two that are left out.
    const values = Array.from({ length: 10_000 }, (_, i) => (i + 2 * Math.floor(i / 5)) * DAY)
    const told = axisTimesOf(dates(values))
    if (told.kind !== 'knots') throw new Error('these are knots')
    expect([told.exact, told.rows.length, told.rows[0], told.rows.at(-1)]).toEqual([
      false,
      MAX_KNOTS,
      0,
      9999,
    ])
    for (const row of told.rows) expect(timeAt(told, row)).toBe(values[row])
    for (const [row, value] of values.entries())
      expect(Math.abs((timeAt(told, row) ?? 0) - value)).toBeLessThanOrEqual(3 * DAY)
  })
})
