import { AS_IT_IS } from '@contract/data/scaler'
import { describe, expect, it } from 'vitest'
import { bandsOf, placeIn, rowsInSight, valueMarks } from '../../../../renderer/charts/series/bands'
import { nextRow } from '../../../../renderer/charts/series/row-keys'

function column(name: string, least: readonly number[], greatest = least) {
  return {
    ...{ name, isInput: true, isTarget: false, missing: 0, scaler: AS_IT_IS },
    seen: { training: null, later: null, laterValues: 0, outside: 0 },
    ...{ least: Float64Array.from(least), greatest: Float64Array.from(greatest) },
  }
}

/** All rows of some columns. */
function whole(columns: readonly ReturnType<typeof column>[]) {
  const rows = columns[0]?.least.length ?? 0
  return { columns, rows, span: { min: -0.5, max: rows - 0.5 }, near: null }
}

describe('the bands of a series', () => {
  it('lie below each other, the first at the top, each with ends of its own', () => {
    const bands = bandsOf(whole([column('a', [-1, 0], [2, 3]), column('b', [Number.NaN, 500])]))
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

  it('are as high as what is in sight, from near where that is there', () => {
    // 1,000 rows in 10 buckets: row 450 lies in the fifth.
    const columns = [column('a', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), column('b', [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])]
    const shown = { columns, rows: 1000, span: { min: 399.5, max: 599.5 }, near: null }
    expect(bandsOf(shown).map(({ least, greatest }) => [least, greatest])).toEqual([
      [4, 5],
      [1, 1],
    ])
    const values = Float64Array.from({ length: 400 }, (_, row) => 300 + row)
    const near = {
      ...{ from: 300, to: 700, gaps: new Float64Array() },
      columns: [{ name: 'a', least: values, greatest: values }],
    }
    const [a, b] = bandsOf({ ...shown, near })
    expect([a?.least, a?.greatest, a?.drawn.inSight]).toEqual([400, 599, { from: 100, to: 300 }])
    expect([b?.drawn.rows, b?.drawn.inSight]).toEqual([
      { from: 0, to: 1000 },
      { from: 4, to: 6 },
    ])
  })

  it('hold every row that is in sight by a part of it, and no other', () => {
    const inSight = (min: number, max: number) => rowsInSight({ rows: 100, span: { min, max } })
    expect(inSight(-0.5, 99.5)).toEqual({ from: 0, to: 100 })
    expect(inSight(9.5, 19.5)).toEqual({ from: 10, to: 20 })
    expect(inSight(9.4, 19.6)).toEqual({ from: 9, to: 21 })
    expect(inSight(9.6, 10.2)).toEqual({ from: 10, to: 11 })
  })

  it('are there for a column without a number', () => {
    const [band] = bandsOf(whole([column('none', [Number.NaN])]))
    expect(band).toMatchObject({ least: 0, greatest: 0 })
    expect(valueMarks(band ? [band] : [])).toEqual([{ place: 0.44, label: '0' }])
  })
})

describe('the keys of a whole series', () => {
  it('go on by what is drawn as one, by twentieths, and to both ends', () => {
    const from = (key: string, row: number | null) => nextRow(key, row, 10_000, 5, 10_000)
    expect(from('ArrowRight', null)).toBe(0)
    expect(from('ArrowLeft', null)).toBe(9999)
    expect(from('ArrowRight', 10)).toBe(15)
    expect(from('ArrowLeft', 3)).toBe(0)
    expect(from('PageDown', 10)).toBe(510)
    expect(from('PageUp', 9990)).toBe(9490)
    expect([from('Home', 44), from('End', 44)]).toEqual([0, 9999])
    expect(from('Tab', 44)).toBeNull()
    expect([nextRow('PageDown', 10, 10_000, 1, 200), nextRow('ArrowLeft', 10, 10_000, 1, 200)]).toEqual([
      20, 9,
    ])
  })
})
