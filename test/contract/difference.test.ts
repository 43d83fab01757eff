import { difference, greatestDifference } from '@contract/difference'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const [NAN, INFINITE] = [Number.NaN, Number.POSITIVE_INFINITY]

describe('the difference of two numbers', () => {
  it.each([
    [1, 3.5, 2.5],
    [-1, 1, 2],
    [0, -0, 0],
    [NAN, NAN, 0],
    [INFINITE, INFINITE, 0],
    [-INFINITE, -INFINITE, 0],
    [INFINITE, -INFINITE, INFINITE],
    [INFINITE, 1, INFINITE],
    [NAN, 1, INFINITE],
    [NAN, INFINITE, INFINITE],
    [undefined, 1, INFINITE],
    [undefined, NAN, INFINITE],
    [undefined, undefined, INFINITE],
    [Number.MAX_VALUE, -Number.MAX_VALUE, INFINITE],
  ])('%d against %d is %d, either way round', (a, b, expected) => {
    expect([difference(a, b), difference(b, a)]).toEqual([expected, expected])
  })
})

describe('the greatest difference of two lists', () => {
  it('is that of the pair that is furthest apart, wherever it is', () => {
    const lists = fc.array(fc.tuple(fc.double(), fc.double()), { minLength: 1 })
    fc.assert(
      fc.property(lists, (pairs) => {
        const [a, b] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)]
        expect(greatestDifference(a, b)).toBe(
          Math.max(...pairs.map(([one, other]) => difference(one, other))),
        )
      }),
    )
  })

  it('is infinite when one lacks numbers of the other, and none for empty lists', () => {
    expect(greatestDifference([1, 2], [1])).toBe(INFINITE)
    expect(greatestDifference([], Float32Array.of(0))).toBe(INFINITE)
    expect(greatestDifference([], [])).toBe(0)
  })
})
