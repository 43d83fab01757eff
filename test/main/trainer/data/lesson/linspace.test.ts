import { describe, expect, it } from 'vitest'
import { linspace } from '../../../../../main/trainer/data/lesson/linspace'

describe('linspace', () => {
  // From numpy 2.4: np.linspace(start, stop, count, dtype=np.float32)
  it.each([
    [
      7 * Math.PI,
      8 * Math.PI,
      [
        21.991147994995117, 22.514747619628906, 23.038345336914062, 23.56194496154785, 24.08554458618164,
        24.609142303466797, 25.132741928100586,
      ],
    ],
    [
      1000 * Math.PI,
      1001 * Math.PI,
      [
        3141.5927734375, 3141.8544921875, 3142.1162109375, 3142.3779296875, 3142.639892578125,
        3142.901611328125, 3143.163330078125, 3143.42529296875, 3143.68701171875, 3143.94873046875,
        3144.210693359375, 3144.472412109375, 3144.734130859375,
      ],
    ],
  ])("gives numpy's float32 numbers from %d on", (start, stop, expected) => {
    expect([...linspace(start, stop, expected.length)]).toEqual(expected)
  })

  it('holds both ends exactly', () => {
    for (let count = 2; count <= 200; count += 1) {
      const values = linspace(0.1, 59 * Math.PI, count)
      expect([values.length, values[0], values[count - 1]]).toEqual([
        count,
        Math.fround(0.1),
        Math.fround(59 * Math.PI),
      ])
    }
  })

  it('ends with the stop itself, where the sum before it rounds to another float32', () => {
    const [start, stop] = [-0.6946800007969596, 1 + 2 ** -24]
    expect(Math.fround(6 * ((stop - start) / 6) + start)).not.toBe(1)
    expect(linspace(start, stop, 7)[6]).toBe(1)
  })

  it('leaves the end out where it is told to', () => {
    expect([...linspace(0, 10, 4, false)]).toEqual([0, 2.5, 5, 7.5])
    expect([...linspace(3, 4, 1, false)]).toEqual([3])
    expect(() => linspace(0, 1, 0, false)).toThrow('expected a count of at least 1, but got 0')
  })

  it.each([1, 0, -3, 2.5, Number.NaN])('refuses %d numbers', (count) => {
    expect(() => linspace(0, 1, count)).toThrow(`expected a count of at least 2, but got ${count}`)
  })
})
