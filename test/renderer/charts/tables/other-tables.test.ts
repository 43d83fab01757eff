import type { NearPicture } from '@contract/data/series-picture'
import { describe, expect, it } from 'vitest'
import type { ViewTable } from '../../../../renderer/charts/export/view-table'
import { autocorrelationTable } from '../../../../renderer/charts/tables/data-tables'
import { forecastTable, horizonTable } from '../../../../renderer/charts/tables/forecast-table'
import { lossTable } from '../../../../renderer/charts/tables/loss-table'
import { partTable } from '../../../../renderer/charts/tables/part-table'
import { periodTable } from '../../../../renderer/charts/tables/period-table'
import { type ReadRows, seriesTable } from '../../../../renderer/charts/tables/series-table'
import { createHistory } from '../../../../renderer/store/curves/history'
import { madeUp } from '../../../helpers/saying'
import { fakeBatch, timesOf } from '../../helpers/fake-batch'
import { fakePicture, MONTHS } from '../../helpers/fake-picture'

function columns(table: ViewTable) {
  return Object.fromEntries(table.columns.map(({ name, values }) => [name, [...values]]))
}

const month = (row: number) => new Date(Date.UTC(1958, 2 + row, 1)).toISOString()

describe('the table of the loss chart', () => {
  const batch = fakeBatch(1, 50)
  const history = createHistory()
  history.append({
    ...batch,
    validationLosses: Float32Array.from(batch.losses, (_, i) => (i % 20 === 0 ? i / 8 : Number.NaN)),
  })

  it('has the losses, and what else is shown', () => {
    const plain = lossTable(history, { mean: false, norm: false, ghost: null, rival: null })
    expect(plain.ok && Object.keys(columns(plain.value))).toEqual(['update', 'loss', 'validationLoss'])
    const ghost = createHistory()
    ghost.append(fakeBatch(41, 20))
    const rival = { name: 'mean', mse: 0.55 }
    const made = lossTable(history, { mean: true, norm: true, ghost, rival })
    if (!made.ok) throw new Error('refused')
    const table = columns(made.value)
    const updates = Array.from({ length: 60 }, (_, i) => i + 1)
    const later = (value: number | undefined) => value ?? Number.NaN
    expect(table.update).toEqual(updates)
    expect(table.loss).toEqual(updates.map((update) => later(batch.losses[update - 1])))
    expect(table.gradientNorm).toEqual(updates.map((update) => later(batch.gradientNorms[update - 1])))
    expect(table.ghostLoss?.slice(0, 40).every((value) => Number.isNaN(value))).toBe(true)
    expect(table.ghostLoss?.slice(40)).toEqual([...fakeBatch(41, 20).losses])
    expect(table['rivalLoss (mean)']).toEqual(updates.map(() => 0.55))
    expect(table.validationLoss?.filter((value) => !Number.isNaN(value))).toEqual([0, 2.5, 5])
    const sums = updates.slice(0, 50).map((n) => batch.losses.slice(0, n).reduce((a, b) => a + b, 0) / n)
    for (const [i, mean] of sums.entries()) expect(table.meanLoss?.[i]).toBeCloseTo(mean, 6)
  })
})

describe('the table of one period', () => {
  it('has the windows that are drawn, at their own times', () => {
    const batch = fakeBatch(1, 10)
    const history = createHistory()
    history.append(batch)
    const table = columns(periodTable(history, { first: 4, last: 6, newest: 10 }))
    const before = [...batch.lengths].slice(0, 3).reduce((a, b) => a + b, 0)
    const rows = [...batch.lengths].slice(3, 6).reduce((a, b) => a + b, 0)
    expect(table.prediction).toEqual([...batch.predictions.slice(before, before + rows)])
    expect(table.target).toEqual([...batch.targets.slice(before, before + rows)])
    for (const [i, t] of timesOf(batch)
      .slice(before, before + rows)
      .entries())
      expect(table.t?.[i]).toBeCloseTo(t, 12)
    expect(new Set(table.update)).toEqual(new Set([4, 5, 6]))
  })
})

describe('the table of a part', () => {
  it('has the rows in sight of which something is told', () => {
    const values = (scale: number) => Float64Array.from({ length: 50 }, (_, i) => scale * (100 + i))
    const told = {
      ...{ runId: 'a', part: 'test' as const, rows: { from: 100, to: 150 }, update: 7, jumps: [] },
      outputs: [
        { name: 'a', targets: values(1), predictions: values(2) },
        { name: 'b', targets: values(3), predictions: values(4) },
      ],
    }
    const shown = { part: 'test' as const, times: MONTHS, output: 1, name: 'b', told }
    const rows = Array.from({ length: 20 }, (_, i) => 130 + i)
    expect(columns(partTable({ ...shown, sight: { from: 130, to: 170 } }, told))).toEqual({
      row: rows.map((row) => row + 1),
      time: rows.map(month),
      'target b': rows.map((row) => 3 * row),
      'prediction b': rows.map((row) => 4 * row),
    })
    expect(columns(partTable({ ...shown, sight: { from: 160, to: 170 } }, told)).row).toEqual([])
  })
})

describe('the tables of a forecast', () => {
  const series = (first: number) => Float64Array.of(first, first + 1, Number.NaN)
  const errors = (first: number) => ({
    ...{ counts: series(20), rmse: series(first), p10: series(first + 0.1) },
    ...{ p50: series(first + 0.2), p90: series(first + 0.3) },
  })
  const output = {
    ...{ name: 'co2', closedLoop: series(1), teacherForced: series(2), truth: series(3) },
    rivals: [{ name: 'persistence' as const, values: series(4) }],
    errors: { network: errors(5), rivals: [{ name: 'persistence' as const, errors: errors(6) }] },
  }

  it('go on from the origin, one row a time step', () => {
    expect(columns(forecastTable({ output, origin: 9, update: 3, times: MONTHS }))).toEqual({
      row: [11, 12, 13],
      time: [10, 11, 12].map(month),
      'target co2': [...series(3)],
      closedLoop: [...series(1)],
      teacherForced: [...series(2)],
      'rival persistence': [...series(4)],
    })
  })

  it('have the errors of everybody by how far ahead', () => {
    const table = columns(horizonTable(output))
    expect(table.ahead).toEqual([1, 2, 3])
    expect(table.origins).toEqual([...series(20)])
    expect(table['p90 network']).toEqual([...series(5.3)])
    expect(table['rmse persistence']).toEqual([...series(6)])
  })
})

describe('the table of an autocorrelation', () => {
  it('has every lag', () => {
    const [target] = fakePicture().targets
    if (!target) throw new Error('no target')
    const table = columns(autocorrelationTable(target))
    expect(table.lag).toEqual(Array.from({ length: 101 }, (_, lag) => lag))
    expect(table['autocorrelation c0']?.[6]).toBeCloseTo(-1, 12)
    expect(table.chanceBand?.[100]).toBeCloseTo(1.96 / Math.sqrt(140), 12)
  })
})

describe('the table of a series', () => {
  const valueIn = (row: number, column: string) => (row % 97 === 5 ? Number.NaN : row + column.length / 8)
  const near = (asked: { from: number; to: number }, names: readonly string[]): NearPicture => ({
    ...asked,
    gaps: new Float64Array(0),
    columns: names.map((name) => {
      const values = Float64Array.from({ length: asked.to - asked.from }, (_, i) =>
        valueIn(asked.from + i, name),
      )
      return { name, least: values, greatest: values }
    }),
  })
  const shown = {
    picture: { times: { kind: 'rows' as const } },
    columns: [{ name: 'wind' }, { name: 'c' }],
    sight: { from: 700, to: 10_700 },
  }

  it('has each row by itself, of which the page had extremes of many', async () => {
    const asked: number[] = []
    const readRows: ReadRows = async (rows, names) => {
      asked.push(rows.to - rows.from)
      return { value: near(rows, names) }
    }
    const made = await seriesTable(shown, readRows)
    if (!made.ok) throw new Error('refused')
    const rows = Array.from({ length: 10_000 }, (_, i) => 700 + i)
    expect(columns(made.value)).toEqual({
      row: rows.map((row) => row + 1),
      wind: rows.map((row) => valueIn(row, 'wind')),
      c: rows.map((row) => valueIn(row, 'c')),
    })
    expect(asked).toEqual([4000, 4000, 2000])
  })

  it('is not made of rows that were put together, or could not be read', async () => {
    const coarse: ReadRows = async (rows, names) => {
      const { columns, ...picture } = near(rows, names)
      const half = columns.map((column) => ({
        ...column,
        least: column.least.subarray(0, 2000),
        greatest: column.greatest.subarray(0, 2000),
      }))
      return { value: { ...picture, columns: half } }
    }
    expect(await seriesTable(shown, coarse)).toMatchObject({
      ok: false,
      error: { text: { id: 'views.rowsNotRead', values: { first: 701, last: 4700 } } },
    })
    const gone = await seriesTable(shown, async () => ({ problem: madeUp('gone') }))
    expect(gone).toMatchObject({ ok: false, error: { text: madeUp('gone') } })
  })

  it('is refused before anything is read where it would be too long', async () => {
    const sight = { from: 0, to: 5_000_000 }
    const never: ReadRows = async () => {
      throw new Error('it was read')
    }
    expect(await seriesTable({ ...shown, sight }, never)).toMatchObject({
      error: { text: { id: 'views.tooManyRows', values: { rows: 5_000_000, most: 1_000_000 } } },
    })
  })
})
