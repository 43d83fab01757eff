import { describe, expect, it } from 'vitest'
import { mersenneTwister } from '../../../../main/trainer/random/mersenne-twister'
import { normalNumbers } from '../../../../main/trainer/random/numpy-normal'
import { drawUnit } from '../../../../main/trainer/random/numpy-uniform'
import numpy from '../../../fixtures/reference/numpy-made-series.json' with { type: 'json' }

describe("numpy's legacy normal numbers", () => {
  it('are numpy’s, and keep the second of a pair whatever else is drawn', () => {
    const random = mersenneTwister(7)
    const draw = normalNumbers(random)
    const other = 7
    const drawn = numpy.normal.map((_, at) => (at === other ? drawUnit(random) : draw()))
    for (const [at, value] of numpy.normal.entries())
      expect([at, Math.abs((drawn[at] ?? 0) - value) < 1e-14]).toEqual([at, true])
  })

  it('draw again outside of the circle and in its middle', () => {
    // As numbers from [0, 1): 0 is the corner of the square, 1/2 its middle, 3/4 inside.
    const words = [
      ...Array(4).fill(0),
      ...[0, 1].flatMap(() => [2 ** 31, 0]),
      ...[0, 1].flatMap(() => [3 * 2 ** 30, 0]),
    ]
    const draw = normalNumbers(() => words.shift() ?? 0)
    expect(draw()).toBeCloseTo(0.5 * Math.sqrt((-2 * Math.log(0.5)) / 0.5), 15)
    expect(words).toEqual([])
  })
})

describe("numpy's legacy random_sample", () => {
  it('has numpy’s 53 bits', () => {
    const random = mersenneTwister(7)
    expect(numpy.unit.map(() => drawUnit(random))).toEqual(numpy.unit)
  })

  it('is below 1 for the greatest words', () => {
    expect(drawUnit(() => 0xffffffff)).toBe(1 - 2 ** -53)
  })
})
