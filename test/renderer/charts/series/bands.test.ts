import { AS_IT_IS } from '@contract/data/scaler'
import { describe, expect, it } from 'vitest'
import { bandsOf, placeIn, valueMarks } from '../../../../renderer/charts/series/bands'
import { nextRow } from '../../../../renderer/charts/series/row-keys'

function column(name: string, least: readonly number[], greatest = least) {
  return {
    ...{ name, isInput: true, isTarget: false, missing: 0, scaler: AS_IT_IS },
    seen: { training: null, later: null, laterValues: 0, outside: 0 },
    ...{ least: Float64Array.from(least), greatest: Float64Array.from(greatest) },
  }
}

describe('the bands of a series', () => {
  it('lie below each other, the first at the top, each with ends of its own', () => {
    const bands = bandsOf([column('a', [-1, 0], [2, 3]), column('b', [Number.NaN, 500])])
    expect(bands.map(({ bottom, least, greatest }) => [bottom, least, greatest])).toEqual([
      [1, -1, 3],
      [0, 500, 500],
    ])
    const [a, b] = bands
    if (!a || !b) throw new Error('there are two')
    // From 8 to 80 hundredths of the band.
    expect([placeIn(a, -1), placeIn(a, 3), placeIn(a, 1)]).toEqual([1.08, 1.8, 1.44])
    expect(placeIn(b, 500)).toBeCloseTo(0.44, 12)
    expect(valueMarks(bands).map(({ label }) => label)).toEqual(['−1', '0', '1', '2', '3', '500'])
    expect(valueMarks(bands)[1]?.place).toBeCloseTo(1.26, 12)
  })

  it('are there for a column without a number', () => {
    const [band] = bandsOf([column('none', [Number.NaN])])
    expect(band).toMatchObject({ least: 0, greatest: 0 })
    expect(valueMarks(band ? [band] : [])).toEqual([{ place: 0.44, label: '0' }])
  })
})

describe('the keys of a whole series', () => {
  it('go on by what is drawn as one, by twentieths, and to both ends', () => {
    const from = (key: string, row: number | null) => nextRow(key, row, 10_000, 5)
    expect(from('ArrowRight', null)).toBe(0)
    expect(from('ArrowLeft', null)).toBe(9999)
    expect(from('ArrowRight', 10)).toBe(15)
    expect(from('ArrowLeft', 3)).toBe(0)
    expect(from('PageDown', 10)).toBe(510)
    expect(from('PageUp', 9990)).toBe(9490)
    expect([from('Home', 44), from('End', 44)]).toEqual([0, 9999])
    expect(from('Tab', 44)).toBeNull()
  })
})
