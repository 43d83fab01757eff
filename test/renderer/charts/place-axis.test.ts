import type { AxisTimes } from '@contract/data/axis-times'
import { inEnglish, sayIn } from '@contract/language/say'
import { describe, expect, it } from 'vitest'
import { placeLabel, placeTicks, placeTitle } from '../../../renderer/charts/place-axis'
import { createHistory } from '../../../renderer/store/curves/history'
import { fakeBatch } from '../helpers/fake-batch'
import { SERIES, seriesBatch } from '../helpers/series-batch'

function seriesHistory(times: AxisTimes) {
  const history = createHistory({ ...SERIES, times })
  history.append(seriesBatch({ lengths: [100, 100], starts: [512, 0] }))
  return history
}

describe('the axis of the lesson', () => {
  it('is marked in multiples of π', () => {
    const history = createHistory()
    history.append(fakeBatch(1, 10))
    const marks = placeTicks(history, { min: 0, max: 10 }, 350)
    expect(marks.map((mark) => placeLabel(history, mark, inEnglish))).toEqual([
      '0',
      '2π',
      '4π',
      '6π',
      '8π',
      '10π',
    ])
    expect(placeTitle(history, inEnglish)).toBe('time t')
  })

  it('is marked in multiples of π as well after a million updates', () => {
    const history = createHistory()
    const marks = placeTicks(history, { min: 1_000_000, max: 1_000_002 }, 140)
    expect(marks.map((mark) => placeLabel(history, mark, inEnglish))).toEqual([
      '1,000,000π',
      '1,000,001π',
      '1,000,002π',
    ])
  })
})

describe('the axis of a series', () => {
  it('has at each mark the time of the row that was seen there, in the language, and nothing beyond', () => {
    const history = seriesHistory(SERIES.times)
    const marks = placeTicks(history, { min: 0, max: 210 }, 450)
    expect(marks).toEqual([0, 50, 100, 150, 200])
    const labels = (say: typeof inEnglish) => marks.map((mark) => placeLabel(history, mark, say))
    // Row 512 is 42 years and 8 months after August 1944; the second window begins at row 0.
    expect(labels(inEnglish)).toEqual(['Apr 1987', 'Jun 1991', 'Aug 1944', 'Oct 1948', ''])
    expect(labels(sayIn('zh'))[0]).toBe('1987 年 4 月')
    expect(placeTitle(history, inEnglish)).toBe('time steps seen, with "month"')
  })

  it('has counts where its rows have no time', () => {
    const history = seriesHistory({ kind: 'rows' })
    const marks = placeTicks(history, { min: 0, max: 2000 }, 280)
    expect(marks.map((mark) => placeLabel(history, mark, inEnglish))).toEqual([
      '0',
      '500',
      '1,000',
      '1,500',
      '2,000',
    ])
    expect(placeTitle(history, inEnglish)).toBe('time steps seen')
  })

  it('has numbers in their own unit, and says where they are only about right', () => {
    const regular = { kind: 'regular', first: 0, interval: 0.1, of: 'numbers', name: 's' } as const
    expect(placeLabel(seriesHistory(regular), 103, inEnglish)).toBe('0.3')
    const [rows, values] = [Float64Array.of(0, 1000), Float64Array.of(0, 7000)]
    const knots = { kind: 'knots', rows, values, exact: false, of: 'numbers', name: 's' } as const
    expect(placeLabel(seriesHistory(knots), 103, inEnglish)).toBe('≈ 21')
  })

  it('says dates as finely as the series has them, in UTC', () => {
    const first = Date.UTC(1987, 2, 5, 3, 4, 5, 678)
    const said = (unit: 'year' | 'day' | 'minute' | 'second' | 'millisecond') =>
      placeLabel(
        seriesHistory({ kind: 'regular', first, interval: 0, of: 'dates', name: 't', unit }),
        0,
        inEnglish,
      ).replaceAll('\u202f', ' ')
    expect([said('year'), said('day'), said('minute')]).toEqual([
      '1987',
      'Mar 5, 1987',
      'Mar 5, 1987, 3:04 AM',
    ])
    expect(said('second')).toBe('Mar 5, 1987, 3:04:05 AM')
    expect(said('millisecond')).toBe('Mar 5, 1987, 3:04:05.678 AM')
  })
})
