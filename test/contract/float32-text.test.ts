import { float32Text } from '@contract/float32-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

/** Any float32, by its bits. */
const anyFloat32 = fc.integer({ min: 0, max: 0xffffffff }).map((bits) => {
  return new Float32Array(Uint32Array.of(bits).buffer)[0] as number
})

describe('the text of a float32', () => {
  it.each([
    [0, '0'],
    [-0, '-0'],
    [1, '1'],
    [0.1, '0.1'],
    [-0.25, '-0.25'],
    [Math.PI, '3.1415927'],
    [1 / 3, '0.33333334'],
    [16_777_216, '16777216'],
    [3.4028234663852886e38, '3.4028235e+38'],
    [2 ** -149, '1e-45'],
    [2 ** -126, '1.1754944e-38'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
  ])('of %d is %s', (value, text) => {
    expect(float32Text(Math.fround(value))).toBe(text)
  })

  it('reads back to the same bits', () => {
    fc.assert(
      fc.property(anyFloat32, (value) => {
        expect(Math.fround(Number(float32Text(value)))).toBe(value)
      }),
      { numRuns: 20_000 },
    )
  })

  it('has no digit too many', () => {
    fc.assert(
      fc.property(anyFloat32.filter(Number.isFinite), (value) => {
        const digits = float32Text(value)
          .replace(/e.*/, '')
          .replaceAll(/[-.]/g, '')
          .replaceAll(/^0+|0+$/g, '').length
        if (digits < 2) return
        expect(Math.fround(Number(value.toPrecision(digits - 1)))).not.toBe(value)
      }),
      { numRuns: 20_000 },
    )
  })
})
