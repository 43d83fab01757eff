import { DRAWN_NAME, type OpenedTable } from '@contract/data/opened-table'
import type { ColumnSummary, ReadSeries } from '@contract/data/read-series'
import { MISSING_MARKS, type TableChoices } from '@contract/data/table/table-choices'
import type { PreviewRow, TableGuesses, TablePreview } from '@contract/data/table/table-preview'

/** Everything about a table for sure: three columns after their times, in semicolons. */
export const SURE: TableGuesses = {
  encoding: { sure: true, value: 'utf-8' },
  delimiter: { sure: true, value: ';' },
  decimal: { sure: true, value: ',' },
  thousands: { sure: true, value: null },
  header: { sure: true, value: true },
  missing: { sure: true, value: MISSING_MARKS },
  time: { sure: true, value: { column: 0, format: 'iso' } },
}

function row(line: number, trouble: PreviewRow['trouble'] = null): PreviewRow {
  const day = `2020-01-${String(line - 1).padStart(2, '0')}`
  return {
    line,
    cells: [
      { text: day, kind: 'time' },
      { text: `${line},5`, kind: 'number' },
      line === 4 ? { text: 'NA', kind: 'missing' } : { text: `${20 - line}`, kind: 'number' },
      { text: 'calm', kind: 'text' },
    ],
    trouble,
  }
}

/** The beginning of such a table. */
export function fakePreview(change: Partial<TablePreview> = {}): TablePreview {
  return {
    columns: [
      { name: 'date', isNamed: true, use: 'time' },
      { name: 'A', isNamed: true, use: 'number' },
      { name: 'B', isNamed: true, use: 'number' },
      { name: 'weather', isNamed: true, use: 'text' },
    ],
    rows: Array.from({ length: 8 }, (_, index) => row(index + 2)),
    notes: [],
    ...change,
  }
}

/** A table that was opened, with some of its guesses made otherwise. */
export function fakeTable(
  { name = 'weather.csv', preview = fakePreview() }: { name?: string | null; preview?: TablePreview } = {},
  guesses: Partial<TableGuesses> = {},
): OpenedTable {
  const all = { ...SURE, ...guesses }
  const values = Object.entries(all).map(([choice, { value }]) => [choice, value])
  const choices: TableChoices = { ...Object.fromEntries(values), badRows: 'refuse' }
  return { name, bytes: 12_345, guess: { guesses: all, choices, preview } }
}

export function fakeColumn(name: string, change: Partial<ColumnSummary> = {}): ColumnSummary {
  return { name, missing: 0, least: -1, greatest: 12.5, mean: 5.25, ...change }
}

/** A series that was read from it: three columns of numbers. */
export function fakeSeries(change: Partial<ReadSeries> = {}): ReadSeries {
  return {
    origin: { kind: 'table', name: 'weather.csv', sha256: '0'.repeat(64) },
    rows: 1200,
    columns: [fakeColumn('A'), fakeColumn('B', { missing: 1 }), fakeColumn('C')],
    times: {
      kind: 'regular',
      first: Date.UTC(2020, 0, 1),
      interval: 86_400_000,
      of: 'dates',
      name: 'date',
      unit: 'day',
    },
    windowless: [],
    lost: [],
    notes: [],
    irregular: null,
    ...change,
  }
}

/** The series of a drawn curve. */
export function fakeDrawn(values: Float64Array): ReadSeries {
  return fakeSeries({
    origin: { kind: 'table', name: DRAWN_NAME, sha256: '1'.repeat(64) },
    rows: values.length,
    columns: [fakeColumn('y', { least: Math.min(...values), greatest: Math.max(...values) })],
    times: { kind: 'rows' },
  })
}
