import type { Series } from '@contract/data/series'
import { describe, expect, it } from 'vitest'
import { madeSeries } from '../../../../../main/trainer/data/made/made-series'
import statsmodels from '../../../../fixtures/reference/statsmodels-recorded-series.json' with {
  type: 'json',
}

type Recorded = keyof typeof statsmodels.series
const NAMES = Object.keys(statsmodels.series) as Recorded[]

function valuesOf({ columns }: Series): Float64Array {
  expect(columns.length).toBe(1)
  return columns[0]?.values ?? new Float64Array()
}

/** The dates of a series as ISO writes them. */
function datesOf({ times }: Series): string[] {
  if (times.kind !== 'dates') throw new Error(`The times are ${times.kind}`)
  return Array.from(times.values, (value) => new Date(value).toISOString().slice(0, 10))
}

describe('the recorded series', () => {
  it.each(NAMES)('have the numbers of statsmodels: %s', (name) => {
    const reference = statsmodels.series[name]
    const values = valuesOf(madeSeries(name, 1))
    const there = values.filter((value) => !Number.isNaN(value))
    expect([values.length, values.length - there.length]).toEqual([reference.count, reference.missing])
    expect([...values.subarray(0, 5)]).toEqual(reference.first)
    expect([...values.subarray(-5)]).toEqual(reference.last)
    const sums = [
      (value: number) => value,
      (value: number) => value ** 2,
      (value: number, at: number) => value * at,
    ]
    for (const [at, term] of sums.entries()) {
      const sum = values.reduce((total, value, t) => total + (Number.isNaN(value) ? 0 : term(value, t)), 0)
      const wanted = [reference.sum, reference.sumOfSquares, reference.sumByPlace][at] ?? Number.NaN
      expect(Math.abs(sum / wanted - 1)).toBeLessThan(1e-12)
    }
    const missing = [...values.keys()].filter((at) => Number.isNaN(values[at]))
    expect(missing.slice(0, 10)).toEqual(reference.firstMissing)
  })

  it.each(NAMES)('are declared to be public domain: %s', (name) => {
    expect(statsmodels.series[name].terms).toMatch(/^This (?:data )?is (?:in the )?public domain\.$/)
  })

  it('have the dates of their values', () => {
    const ends = Object.fromEntries(
      NAMES.map((name) => {
        const dates = datesOf(madeSeries(name, 1))
        return [name, [dates[0], dates[1], dates.at(-1)]]
      }),
    )
    expect(ends).toEqual({
      sunspots: ['1700-01-01', '1701-01-01', '2008-01-01'],
      nile: ['1871-01-01', '1872-01-01', '1970-01-01'],
      co2: ['1958-03-29', '1958-04-05', '2001-12-29'],
      'el-nino': ['1950-01-01', '1950-02-01', '2010-12-01'],
    })
    const { times } = madeSeries('co2', 1)
    if (times.kind !== 'dates') throw new Error(`The times are ${times.kind}`)
    expect([times.values[0], times.values[1000], times.values.at(-1)]).toEqual(statsmodels.series.co2.dates)
  })
})
