import { describe, expect, it } from 'vitest'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { drawInteger } from '../../../../main/trainer/random/numpy-randint'
import numpy from '../../../fixtures/reference/numpy-windows.json' with { type: 'json' }

describe("numpy's legacy randint", () => {
  it.each(numpy.integers)('draws numpy’s numbers from $low to below $high', ({ low, high, drawn }) => {
    const random = mersenneTwister(5)
    expect(drawn.map(() => drawInteger(random, low, high))).toEqual(drawn)
  })

  it('draws again while the bits are beyond the range', () => {
    const words = [3, 7, 0xffffffff, 6]
    expect(drawInteger(() => words.shift() ?? 0, 1, 4)).toBe(3)
    expect(words).toEqual([])
  })

  it('takes the whole range of 32 bits', () => {
    expect(drawInteger(() => 0xfffffffe, 0, 0xffffffff)).toBe(0xfffffffe)
  })

  it('needs no bits for a range of one number', () => {
    const none = () => {
      throw new Error('no bits are needed')
    }
    expect(drawInteger(none, 5, 6)).toBe(5)
  })
})
