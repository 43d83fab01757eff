import { signedRankTest } from '@contract/statistics/signed-rank'
import { signedRankTail } from '@contract/statistics/signed-rank-distribution'
import { describe, expect, it } from 'vitest'
import { expectEqual, lossesOf, REFERENCE } from './reference'

const { NaN: none } = Number

describe('the Wilcoxon signed-rank test', () => {
  it.each(REFERENCE.pairs)('is that of scipy: case %#', ({ first, second, p, exact, ...told }) => {
    const test = signedRankTest(lossesOf(first), lossesOf(second))
    expect(test.method).toBe(exact ? 'exact' : 'normal')
    expectEqual(test.p, p, 1e-10)
    // Small ones too have their digits.
    if (p > 1e-9) expect(test.p / p).toBeCloseTo(1, 6)
    expectEqual(test.rankBiserial, told.rankBiserial, 1e-12)
    expect([test.n, test.firstLower, test.secondLower]).toEqual([
      ...[first.length, told.firstLower, told.secondLower],
    ])
  })

  it('has cases of every kind to be compared in', () => {
    const count = (of: (pair: (typeof REFERENCE.pairs)[number]) => boolean) =>
      REFERENCE.pairs.filter(of).length
    expect(count(({ exact }) => exact)).toBeGreaterThan(20)
    expect(count(({ exact }) => !exact)).toBeGreaterThan(40)
    expect(
      count(({ first, second }) => first.some((loss, i) => loss === null && second[i] === null)),
    ).toBeGreaterThan(3)
    expect(count(({ p }) => p < 0.05)).toBeGreaterThan(20)
    expect(count(({ p }) => p > 0.05)).toBeGreaterThan(20)
  })

  it('ranks a run that diverged above every finite difference, and two as equal', () => {
    const test = signedRankTest([1, 2, 3, none], [none, 1e30, 2, none])
    // Ranks 3, 2 and −1: four of the eight ways are at least so one-sided, at either end.
    expect(test).toEqual({
      ...{ n: 4, firstLower: 2, secondLower: 1, method: 'normal' },
      ...{ p: expect.any(Number), rankBiserial: expect.closeTo(4 / 6, 12) },
    })
  })

  it('finds nothing where all pairs are equal', () => {
    expect(signedRankTest([1, none], [1, none])).toEqual({
      ...{ n: 2, firstLower: 0, secondLower: 0, p: 1, method: 'exact', rankBiserial: 0 },
    })
  })

  it('says of as many pairs as there are of the one how many there are of the other', () => {
    expect(() => signedRankTest([1, 2], [1])).toThrow('2 losses of the second, found 1')
  })
})

describe('the distribution of signed ranks', () => {
  it('is that of all signs, written out', () => {
    for (const n of [0, 1, 2, 3, 8, 11]) {
      const sums = Array.from({ length: 2 ** n }, (_, signs) =>
        Array.from({ length: n }, (_, i) => ((signs >> i) & 1) * (i + 1)).reduce((a, b) => a + b, 0),
      )
      for (let sum = 0; sum <= (n * (n + 1)) / 2; sum += 1)
        expect(signedRankTail(n, sum)).toBe(sums.filter((other) => other >= sum).length / 2 ** n)
    }
  })

  it('is exact up to the greatest n', () => {
    expect(signedRankTail(50, 0)).toBe(1)
    expect(signedRankTail(50, 1275)).toBe(2 ** -50)
    // Symmetric around 637.5, which lies between two sums.
    expect(signedRankTail(50, 638)).toBe(0.5)
  })
})
