import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bucketOfRow, rowsOfBucket, stretchesOf } from '../../../../renderer/charts/series/buckets'

describe('the buckets of a series', () => {
  it('hold every row once, in order, and each row is found in its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 2000 }), (rows, most) => {
        const buckets = Math.min(rows, most)
        let next = 0
        for (let bucket = 0; bucket < buckets; bucket++) {
          const { from, to } = rowsOfBucket(bucket, buckets, rows)
          expect([from, to > from]).toEqual([next, true])
          expect([bucketOfRow(from, buckets, rows), bucketOfRow(to - 1, buckets, rows)]).toEqual([
            bucket,
            bucket,
          ])
          next = to
        }
        expect(next).toBe(rows)
      }),
    )
    expect(bucketOfRow(9_999_999, 2000, 10_000_000)).toBe(1999)
  })

  it('are taken apart where numbers begin and end', () => {
    const { NaN: none } = Number
    expect(stretchesOf(Float64Array.of(none, 1, 2, none, none, 3))).toEqual([
      { from: 0, to: 1, known: false },
      { from: 1, to: 3, known: true },
      { from: 3, to: 5, known: false },
      { from: 5, to: 6, known: true },
    ])
    expect(stretchesOf(Float64Array.of(4))).toEqual([{ from: 0, to: 1, known: true }])
    expect(stretchesOf(new Float64Array())).toEqual([])
  })
})
