import type { Series, SeriesTimes } from '@contract/data/series'
import { describe, expect, it } from 'vitest'
import { intervals } from '../../../../../main/trainer/data/table/intervals'
import { resampled } from '../../../../../main/trainer/data/table/resampled'
import { withIntervals } from '../../../../../main/trainer/data/table/with-intervals'
import frozen from '../../../../fixtures/tables/pandas.json'
import { sentenceOf } from '../../../../helpers/saying'
import { unpacked, valuesOf } from './tables'

const numbers = (...values: readonly number[]): SeriesTimes => ({
  kind: 'numbers',
  name: 't',
  values: Float64Array.from(values),
})
const dates = (...texts: readonly string[]): SeriesTimes => ({
  kind: 'dates',
  name: 't',
  unit: 'day',
  values: Float64Array.from(texts, (text) => Date.parse(text)),
})
const line = frozen.line
const irregular: Series = {
  times: { kind: 'numbers', name: 't', values: unpacked(line.times) },
  columns: [{ name: 'x', values: unpacked(line.values) }],
}

describe('the intervals of times', () => {
  it('are none without times, or with one', () => {
    expect(intervals({ kind: 'rows' })).toEqual({ kind: 'none' })
    expect(intervals(numbers(1))).toEqual({ kind: 'none' })
  })

  it('are regular where none is off the median by more than a hundredth', () => {
    expect(intervals(numbers(0, 1, 2.009, 3.005))).toMatchObject({ kind: 'regular' })
    expect(intervals(numbers(0, 1, 2, 3.02))).toMatchObject({ kind: 'irregular', median: 1, after: 2 })
    expect(intervals(dates('2020-01-30', '2020-01-31', '2020-02-01'))).toEqual({
      kind: 'regular',
      interval: 86_400_000,
    })
  })

  it.each([
    [1, ['2019-12-01', '2020-01-01', '2020-02-01', '2020-03-01']],
    [1, ['2019-12-15T12:00Z', '2020-01-15T12:00Z', '2020-02-15T12:00Z']],
    [1, ['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30']],
    [3, ['2020-03-31', '2020-06-30', '2020-09-30']],
    [12, ['2019-01-01', '2020-01-01', '2021-01-01']],
  ])('are regular by the calendar: every %i months', (months, texts) => {
    expect(intervals(dates(...texts))).toEqual({ kind: 'calendar', months })
  })

  it.each([
    [['2020-01-01', '2020-02-01', '2020-04-01']],
    [['2020-01-15', '2020-02-16', '2020-03-15']],
    [['2020-01-01T00:00Z', '2020-02-01T01:00Z', '2020-03-01T00:00Z']],
  ])('are irregular by the calendar, too: %j', (texts) => {
    expect(intervals(dates(...texts)).kind).toBe('irregular')
  })

  it('have the figures that NumPy has for them', () => {
    const { median, off, greatest, after } = line
    const found = intervals(irregular.times)
    expect(found).toMatchObject({ kind: 'irregular', median, offShare: off, after })
    expect(found.kind === 'irregular' && found.greatest).toBe(greatest)
  })
})

describe('a series at regular times', () => {
  it('has the values that NumPy puts on the line', () => {
    const found = resampled(irregular)
    if (!found.ok || found.value.times.kind !== 'numbers') throw new Error('it has times')
    expect(found.value.times.values).toEqual(unpacked(line.regular))
    const expected = unpacked(line.interpolated)
    const [column] = found.value.columns
    expect(column?.values).toHaveLength(expected.length)
    for (const [i, value] of expected.entries()) expect(column?.values[i]).toBeCloseTo(value, 12)
    expect(intervals(found.value.times).kind).toBe('regular')
  })

  it('is missing beside what is missing, and no further', () => {
    const times = numbers(0, 1, 2, 4, 5, 6.5, 7)
    const values = Float64Array.of(0, 1, Number.NaN, 4, 5, 6.5, Number.NaN)
    const found = resampled({ times, columns: [{ name: 'x', values }] })
    expect(found.ok && valuesOf(found.value)).toEqual({
      x: [0, 1, Number.NaN, Number.NaN, 4, 5, 6, Number.NaN],
    })
  })

  it('is the same one where it is regular already, or has no times', () => {
    for (const times of [numbers(0, 1, 2), { kind: 'rows' } as const]) {
      const series: Series = { times, columns: [{ name: 'x', values: Float64Array.of(1, 2, 3) }] }
      const found = resampled(series)
      expect(found.ok && found.value).toBe(series)
    }
  })

  it('is refused where a gap makes it too long', () => {
    const found = resampled({
      times: numbers(0, 1, 2, 3, 2e7),
      columns: [{ name: 'x', values: new Float64Array(5) }],
    })
    expect(found.ok ? '' : sentenceOf(found.error)).toBe(
      'At regular intervals the series should have at most 10,000,000 time steps, but would have 20,000,001; keep the times as they are.',
    )
  })
})

describe('a series with its intervals', () => {
  it('has one more column, in seconds for dates, under a name of its own', () => {
    const x = { name: 'interval', values: Float64Array.of(1, 2, 3) }
    const { columns } = withIntervals(
      { times: dates('2020-01-01', '2020-01-02', '2020-01-04'), columns: [x] },
      'interval',
    )
    expect(columns[0]).toBe(x)
    expect(columns[1]).toEqual({ name: 'interval (2)', values: Float64Array.of(Number.NaN, 86_400, 172_800) })
    const numbered = withIntervals({ times: numbers(0, 0.5, 2), columns: [x] }, 'dt')
    expect(numbered.columns[1]).toEqual({ name: 'dt', values: Float64Array.of(Number.NaN, 0.5, 1.5) })
  })
})
