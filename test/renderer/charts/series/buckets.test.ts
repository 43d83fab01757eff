import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOfRow, rowsOfBucket, stretchesOf } from '../../../../renderer/charts/series/buckets'

describe('the buckets of a series', () => {
  it('hold every row once, in order, and each row is found in its own', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 1, max: 2000 }),
        fc.nat({ max: 10_000 }),
        (rows, most, first) => {
          const range = { from: first, to: first + rows }
          const buckets = Math.min(rows, most)
          let next = first
          for (let bucket = 0; bucket < buckets; bucket++) {
            const { from, to } = rowsOfBucket(bucket, buckets, range)
            expect([from, to > from]).toEqual([next, true])
            expect([bucketOfRow(from, buckets, range), bucketOfRow(to - 1, buckets, range)]).toEqual([
              bucket,
              bucket,
            ])
            next = to
          }
          expect(next).toBe(first + rows)
        },
      ),
    )
    expect(bucketOfRow(9_999_999, 2000, { from: 0, to: 10_000_000 })).toBe(1999)
  })

  it('are taken apart where numbers begin and end', () => {
    const { NaN: none } = Number
    expect(stretchesOf(Float64Array.of(none, 1, 2, none, none, 3))).toEqual([
      { from: 0, to: 1, known: false },
      { from: 1, to: 3, known: true },
      { from: 3, to: 5, known: false },
      { from: 5, to: 6, known: true },
    ])
    expect(stretchesOf(Float64Array.of(none, 1, 2, none, none, 3), { from: 2, to: 5 })).toEqual([
      { from: 2, to: 3, known: true },
      { from: 3, to: 5, known: false },
    ])
    expect(stretchesOf(Float64Array.of(4))).toEqual([{ from: 0, to: 1, known: true }])
    expect(stretchesOf(new Float64Array())).toEqual([])
  })
})
