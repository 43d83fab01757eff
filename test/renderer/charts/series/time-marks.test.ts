import { type AxisTimes, axisTimesOf } from '@contract/data/axis-times'
import { inEnglish } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { rowAt, timeMarks } from '../../../../renderer/charts/series/time-marks'

const DAY = 86_400_000
const told = (times: AxisTimes, rows: number, width: number) =>
  timeMarks(times, rows, { from: 0, to: rows }, width).map(({ row, label }) => [row, inEnglish(label)])

const MONTHS: AxisTimes = {
  ...{ kind: 'calendar', first: Date.UTC(1958, 2, 1), months: 1 },
  ...{ of: 'dates', name: 'month', unit: 'month' },
}

describe('the marks of a whole series', () => {
  it('are round counts where rows have no times', () => {
    expect(told({ kind: 'rows' }, 1000, 400)).toEqual([
      [199, '200'],
      [399, '400'],
      [599, '600'],
      [799, '800'],
      [999, '1,000'],
    ])
  })

  it('are the beginnings of round years, on their rows', () => {
    // March 1958 is row 0: January 1960 is 22 months later.
    expect(told(MONTHS, 816, 420)).toEqual(
      [1960, 1970, 1980, 1990, 2000, 2010, 2020].map((year) => [22 + 12 * (year - 1960), `${year}`]),
    )
    const january: AxisTimes = { ...MONTHS, first: Date.UTC(1960, 0, 1) }
    expect(told(january, 240, 420)[0]).toEqual([0, '1960'])
  })

  it('lie where the years do, though the rows lie unevenly', () => {
    const values = [1900, 1910, 1911, 1912, 1950].map((year) => Date.UTC(year, 0, 1))
    const times = axisTimesOf({ kind: 'dates', name: 'y', unit: 'year', values: Float64Array.from(values) })
    const marks = told(times, 5, 300)
    expect(marks.map(([, label]) => label)).toEqual(['1900', '1910', '1920', '1930', '1940', '1950'])
    expect(marks[1]?.[0]).toBeCloseTo(1, 4)
    // Of the 13,880 days from 1912 to 1950 those to 1930 are 6,575.
    expect(marks[3]?.[0]).toBeCloseTo(3 + 6575 / 13_880, 4)
  })

  it('are dates of rows where there are too few years', () => {
    const days: AxisTimes = {
      ...{ kind: 'regular', first: Date.UTC(2024, 1, 20), interval: DAY },
      ...{ of: 'dates', name: 'day', unit: 'day' },
    }
    expect(told(days, 21, 220)).toEqual([
      [0, 'Feb 20, 2024'],
      [10, 'Mar 1, 2024'],
      [20, 'Mar 11, 2024'],
    ])
  })

  it('are round numbers where times are numbers, wherever they lie between the rows', () => {
    const seconds: AxisTimes = { kind: 'regular', first: 0.01, interval: 0.03, of: 'numbers', name: 's' }
    const marks = timeMarks(seconds, 1001, { from: 0, to: 1001 }, 320)
    expect(marks.map(({ label }) => inEnglish(label))).toEqual(['10', '20', '30'])
    for (const [index, { row }] of marks.entries())
      expect(row).toBeCloseTo(((index + 1) * 10 - 0.01) / 0.03, 4)
  })

  it('are those of the rows in sight, from afar and from near', () => {
    const some = (times: AxisTimes, from: number, to: number) =>
      timeMarks(times, 1_000_000, { from, to }, 320).map(({ row, label }) => [
        row,
        inEnglish(label).replace('\u202f', ' '),
      ])
    expect(some({ kind: 'rows' }, 500_000, 500_010)).toEqual([
      [500_004, '500,005'],
      [500_009, '500,010'],
    ])
    // Row 500,000 of these minutes is 347 days, 5 hours and 20 minutes after the first.
    const minutes: AxisTimes = {
      ...{ kind: 'regular', first: Date.UTC(2024, 0, 1), interval: 60_000 },
      ...{ of: 'dates', name: 'm', unit: 'minute' },
    }
    expect(some(minutes, 500_000, 500_011)).toEqual([
      [500_000, 'Dec 13, 2024, 5:20 AM'],
      [500_010, 'Dec 13, 2024, 5:30 AM'],
    ])
    const seconds: AxisTimes = { kind: 'regular', first: 0, interval: 0.5, of: 'numbers', name: 's' }
    expect(some(seconds, 100, 201).map(([row]) => Math.round(Number(row)))).toEqual([120, 160, 200])
  })

  it('are found from a time back to its row', () => {
    expect(rowAt(MONTHS, 816, Date.UTC(1958, 2, 1))).toBe(0)
    expect(rowAt(MONTHS, 816, Date.UTC(2026, 1, 1))).toBe(815)
    expect(rowAt(MONTHS, 816, Date.UTC(1960, 0, 15))).toBe(23)
  })
})
