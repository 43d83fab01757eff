import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { fitsTable, MOST_CELLS, viewCsv } from '../../../../renderer/charts/export/view-table'

function readBack(csv: string): string[][] {
  const { data, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true })
  expect(errors).toEqual([])
  return data
}

describe('the table of a view', () => {
  it('reads back to every bit of every number', () => {
    const floats = Float32Array.of(0.1, 1e-40, 3.4e38, -0, 16_777_217)
    const doubles = Float64Array.of(0.1, Math.PI, 5e-324, -0, 2 ** 53)
    const csv = viewCsv({
      columns: [
        { name: 'loss', values: floats },
        { name: 't', unit: 'rad', values: doubles },
      ],
    })
    const [head, ...rows] = readBack(csv)
    expect(head).toEqual(['loss', 't [rad]'])
    expect(rows.map(([a]) => Math.fround(Number(a)))).toEqual([...floats])
    expect(rows.map(([, b]) => Number(b))).toEqual([...doubles])
    expect(rows[0]).toEqual(['0.1', '0.1'])
  })

  it('has an empty cell where a number is missing, and keeps texts as they are', () => {
    const csv = viewCsv({
      columns: [
        { name: 'a, "b"\nc', values: [1, Number.NaN] },
        { name: 'time', values: ['2020-01-01', 'x,\ny'] },
      ],
    })
    expect(readBack(csv)).toEqual([
      ['a, "b" c', 'time'],
      ['1', '2020-01-01'],
      ['', 'x,\ny'],
    ])
  })

  it('is whole beyond what is written at one time', () => {
    const rows = 10_001
    const csv = viewCsv({ columns: [{ name: 'row', values: Array.from({ length: rows }, (_, row) => row) }] })
    expect(csv.trim().split('\r\n').slice(1).map(Number)).toEqual(
      Array.from({ length: rows }, (_, row) => row),
    )
    expect(csv.endsWith('\r\n')).toBe(true)
  })

  it('is refused with both numbers where it would be too long', () => {
    expect(fitsTable(MOST_CELLS / 3, 3).ok).toBe(true)
    const refused = fitsTable(MOST_CELLS / 3 + 1, 3)
    expect(refused).toMatchObject({
      ok: false,
      error: { text: { id: 'views.tooManyRows', values: { rows: 1_000_001, most: 1_000_000 } } },
    })
  })

  it('is a mistake where its columns are not of one length', () => {
    const columns = [
      { name: 'a', values: [1] },
      { name: 'b', values: [1, 2] },
    ]
    expect(() => viewCsv({ columns })).toThrow('not of one length')
  })
})
