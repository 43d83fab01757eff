import type { Series } from '@contract/data/series'
import { MAX_NEAR_BUCKETS } from '@contract/data/series-picture'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gapsTold, nearPictureOf } from '../../../../../main/trainer/data/picture/near-picture'
import { seenRanges } from '../../../../../main/trainer/data/picture/seen-ranges'
import { gapsIn } from '../../../../../main/trainer/data/windows/gaps'

const ROWS = 100_000
const turn = async () => {}

/** Sawteeth with a peak in one row and a hole in another, and jumps of time after every 997th row. */
function series(): Series {
  const from = (of: (row: number) => number) => Float64Array.from({ length: ROWS }, (_, row) => of(row))
  const a = from((row) => row % 10)
  a[54_321] = 1000
  a[54_400] = Number.NaN
  return {
    times: { kind: 'numbers', name: 't', values: from((row) => row + 5 * Math.floor(row / 997)) },
    columns: [
      { name: 'a', values: a },
      { name: 'b', values: from((row) => -row) },
    ],
  }
}

describe('some rows of a series from near', () => {
  it('are there one by one where there are few', async () => {
    const near = await nearPictureOf(series(), { from: 54_000, to: 55_000 }, ['a', 'c'], turn)
    expect([near.from, near.to, near.columns.map(({ name }) => name)]).toEqual([54_000, 55_000, ['a']])
    const { least, greatest } = near.columns[0] ?? { least: [], greatest: [] }
    const expected = Array.from({ length: 1000 }, (_, i) => (54_000 + i) % 10)
    expected[321] = 1000
    expected[400] = Number.NaN
    expect([...least]).toEqual(expected)
    expect([...greatest]).toEqual(expected)
    // After row 997 · 55 − 1 time goes on 6 later and not 1.
    expect([...near.gaps]).toEqual([54_834])
  })

  it('lose no least, no greatest number and no jump where there are many', async () => {
    const whole = series()
    const range = { from: 10_001, to: 99_999 }
    const { columns, gaps } = await nearPictureOf(whole, range, ['b', 'a'], turn)
    expect(columns.map(({ name, least }) => [name, least.length])).toEqual([
      ['a', MAX_NEAR_BUCKETS],
      ['b', MAX_NEAR_BUCKETS],
    ])
    expect(Math.max(...(columns[0]?.greatest ?? []))).toBe(1000)
    expect([columns[1]?.greatest[0], columns[1]?.least.at(-1)]).toEqual([-10_001, -99_998])
    expect([...gaps]).toEqual(gapsIn(whole.times).filter((row) => row >= range.from && row < range.to))
  })

  it('tell of the jumps in each bucket the first, and of each bucket with one', () => {
    const rows = fc.integer({ min: 1, max: 3000 })
    const jumps = fc.uniqueArray(fc.nat({ max: 3000 }), { maxLength: 200 })
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 500 }),
        fc.nat({ max: 50 }),
        jumps,
        (length, most, from, some) => {
          const gaps = [...some].sort((a, b) => a - b)
          const buckets = Math.min(length, most)
          const expected = Array.from({ length: buckets }, (_, bucket) => {
            const start = from + Math.floor((bucket * length) / buckets)
            const end = from + Math.floor(((bucket + 1) * length) / buckets)
            return gaps.find((row) => row >= start && row < end)
          }).filter((row) => row !== undefined)
          expect([...gapsTold(gaps, { from, to: from + length }, most)]).toEqual(expected)
        },
      ),
    )
  })
})

describe('what a column has after the training part', () => {
  it('is compared with what it has there, value by value', () => {
    const values = Float64Array.of(3, 1, 2, Number.NaN, 4, 0.5, Number.NaN, 3, 1, 9)
    expect(seenRanges(values, { from: 0, to: 5 })).toEqual({
      training: { least: 1, greatest: 4 },
      later: { least: 0.5, greatest: 9 },
      ...{ laterValues: 4, outside: 2 },
    })
  })

  it('is compared exactly in a long series too, on both sides of the cut', () => {
    const values = Float64Array.from({ length: 100_000 }, (_, row) => (row === 49_999 ? -5 : row % 100))
    values[50_000] = -5.5
    values[99_990] = 101
    expect(seenRanges(values, { from: 0, to: 50_000 })).toEqual({
      training: { least: -5, greatest: 99 },
      later: { least: -5.5, greatest: 101 },
      ...{ laterValues: 50_000, outside: 2 },
    })
  })

  it('is nothing where there is nothing', () => {
    const none = Float64Array.of(Number.NaN, Number.NaN)
    expect(seenRanges(none, { from: 0, to: 1 })).toEqual({
      ...{ training: null, later: null, laterValues: 0, outside: 0 },
    })
    expect(seenRanges(Float64Array.of(1, 2), { from: 0, to: 2 }).later).toBeNull()
  })
})
