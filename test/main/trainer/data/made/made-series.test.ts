import type { Series } from '@contract/data/series'
import { MADE_NAMES, type MadeName } from '@contract/settings/source-config'
import { describe, expect, it } from 'vitest'
import { ADDING_LENGTH } from '../../../../../main/trainer/data/made/adding'
import { madeSeries } from '../../../../../main/trainer/data/made/made-series'
import numpy from '../../../../fixtures/reference/numpy-made-series.json' with { type: 'json' }

/** What the fixture keeps of a column; null where it is missing. */
type Kept = {
  readonly count: number
  readonly missing: number
  readonly sum: number
  readonly first: readonly (number | null)[]
  readonly middle: readonly (number | null)[]
  readonly last: readonly (number | null)[]
}
type Columns = Readonly<Record<string, Kept | undefined>>

/** The values of a column; an Error where there is none of this name. */
function valuesOf({ columns }: Series, name: string): Float64Array {
  const column = columns.find((one) => one.name === name)
  if (!column) throw new Error(`There is no column ${name}`)
  return column.values
}

/** Holds a series to what numpy has of it: the same columns in the same order, the same missing values. */
function expectLikeNumpy(series: Series, columns: Columns): void {
  expect(series.columns.map(({ name }) => name)).toEqual(Object.keys(columns))
  for (const [name, kept] of Object.entries(columns)) {
    if (!kept) continue
    const values = valuesOf(series, name)
    expect([name, values.length, values.filter(Number.isNaN).length]).toEqual([
      name,
      kept.count,
      kept.missing,
    ])
    const parts = [
      [kept.first, 0],
      [kept.middle, 1000],
      [kept.last, kept.count - kept.last.length],
    ] as const
    for (const [part, from] of parts) {
      const off = part.filter((value, at) => {
        const ours = values[from + at] as number
        return value === null
          ? !Number.isNaN(ours)
          : !(Math.abs(ours - value) <= 1e-12 * (1 + Math.abs(value)))
      })
      expect([name, from, off]).toEqual([name, from, []])
    }
    const sum = values.reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0)
    expect(Math.abs(sum - kept.sum)).toBeLessThan(1e-11 * kept.count)
  }
}

describe('the made series', () => {
  it.each(numpy.series)('are numpy’s: $name with seed $seed', ({ name, seed, columns }) => {
    expectLikeNumpy(madeSeries(name as MadeName, seed), columns)
  })

  it('have columns of one length, as many times, and the same numbers whenever they are made', () => {
    for (const name of MADE_NAMES) {
      const series = madeSeries(name, 3)
      const lengths = new Set(series.columns.map(({ values }) => values.length))
      if (series.times.kind !== 'rows') lengths.add(series.times.values.length)
      expect([name, lengths.size]).toEqual([name, 1])
      expect(madeSeries(name, 3)).toEqual(series)
    }
  })

  it('are finite wherever they are not missing', () => {
    for (const name of MADE_NAMES)
      for (const { values } of madeSeries(name, 5).columns)
        expect([name, values.every((value) => Number.isNaN(value) || Number.isFinite(value))]).toEqual([
          name,
          true,
        ])
  })
})

describe('NARMA-10', () => {
  it('has another input, drawn further on, where the first makes it grow without end', () => {
    expect(numpy.redrawn.tries).toBeGreaterThan(1)
    expectLikeNumpy(madeSeries('narma-10', numpy.redrawn.seed), numpy.redrawn.columns)
  })

  it('stays small with every seed', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const output = valuesOf(madeSeries('narma-10', seed), 'output')
      expect([seed, output.every((value) => value >= 0 && value < 1.5)]).toEqual([seed, true])
    }
  })
})

describe('the adding task', () => {
  const series = madeSeries('adding', 1)
  const sums = valuesOf(series, 'sum').filter((value) => !Number.isNaN(value))

  it('is worth 0.167 to a network that always says 1', () => {
    const loss = sums.reduce((total, sum) => total + (sum - 1) ** 2, 0) / sums.length
    expect(sums.length).toBe(1000)
    // A thousand of them: three standard errors of the mean are 0.018.
    expect(Math.abs(loss - 1 / 6)).toBeLessThan(0.018)
  })

  it('has in each sequence one mark in either half, and the sum of what is marked at the end', () => {
    const [value, marker] = [valuesOf(series, 'value'), valuesOf(series, 'marker')]
    for (const [at, sum] of sums.entries()) {
      const start = at * ADDING_LENGTH
      const places = [...marker.subarray(start, start + ADDING_LENGTH)].flatMap((mark, t) =>
        mark === 1 ? [t] : [],
      )
      expect(places.map((place) => place < ADDING_LENGTH / 2)).toEqual([true, false])
      const marked = places.reduce((total, place) => total + (value[start + place] as number), 0)
      expect(sum).toBe(marked)
    }
  })
})

describe('the copy task', () => {
  it('is worth 1 to a network that always says 0', () => {
    const copied = valuesOf(madeSeries('copy', 1), 'copy').filter((value) => !Number.isNaN(value))
    expect(copied.every((value) => value ** 2 === 1)).toBe(true)
    expect(copied.length).toBe(2500)
  })
})
