import { shareOf } from '@contract/statistics/share'
import { describe, expect, it } from 'vitest'
import { expectEqual, REFERENCE } from './reference'

describe('a share', () => {
  it.each(REFERENCE.wilson)('of %d in %d has the Wilson interval of scipy', (count, n, low, high) => {
    const share = shareOf(count, n)
    expect(share).toMatchObject({ value: count / n, count, n })
    expectEqual(share?.low ?? Number.NaN, low, 1e-12)
    expectEqual(share?.high ?? Number.NaN, high, 1e-12)
  })

  it('begins at 0 where none has it, and ends at 1 where all do, to the last bit', () => {
    for (const n of [1, 3, 7, 10, 49, 1000]) expect([shareOf(0, n)?.low, shareOf(n, n)?.high]).toEqual([0, 1])
  })

  it('is none of no runs', () => {
    expect(shareOf(0, 0)).toBeNull()
  })
})
