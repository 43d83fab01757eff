import type { AxisTimes } from '@contract/data/axis-times'
import { partsOf } from '@contract/data/parts'
import type { ColumnPicture, SeriesPicture } from '@contract/data/series-picture'
import { text } from '@contract/language/texts'

/** Months from March 1958 on. */
export const MONTHS: AxisTimes = {
  ...{ kind: 'calendar', first: Date.UTC(1958, 2, 1), months: 1 },
  ...{ of: 'dates', name: 'month', unit: 'month' },
}

/** What is said where nothing of the future comes in. */
export const NO_LEAK = text('leak.none', { paths: [text('leak.scaling')], cuts: 3 })

/** Rows that tell where they are: row r of column c has 100·c + r, and row 4 of all but the first has nothing. */
function column(index: number, rows: number): ColumnPicture {
  const values = Float64Array.from({ length: rows }, (_, row) =>
    index > 0 && row === 4 ? Number.NaN : 100 * index + row,
  )
  return {
    ...{ name: `c${index}`, isInput: index > 0, isTarget: index < 2, missing: index > 0 ? 1 : 0 },
    ...{ least: values, greatest: values, scaler: { offset: 10, scale: 20 } },
    seen: {
      training: { least: 100 * index, greatest: 100 * index + 139 },
      later: { least: 100 * index + 140, greatest: 100 * index + rows - 1 },
      ...{ laterValues: rows - 140, outside: rows - 140 },
    },
  }
}

/** A series of 200 months, as the trainer would describe it. */
export function fakePicture({ columns = 2, rows = 200, times = MONTHS } = {}): SeriesPicture {
  return {
    ...{ rows, times },
    columns: Array.from({ length: columns }, (_, index) => column(index, rows)),
    targets: ['c0', 'c1'].map((name, index) => ({
      name,
      autocorrelation: {
        values: Float64Array.from({ length: 101 }, (_, lag) => Math.cos((lag * Math.PI) / 6)),
        ...{ count: 140, band: 1.96 / Math.sqrt(140) },
      },
      by: { from: 0, to: 140 },
      season: index === 0 ? 12 : null,
    })),
    parts: partsOf(rows, { trainPercent: 70, validationPercent: 15 }),
    gaps: { count: 2, rows: Float64Array.of(20, 50) },
    windows: { consecutive: 12, random: 120 },
    pairs: 199,
    lost: [
      { why: text('lostPairs.input'), pairs: 1 },
      { why: text('lostPairs.jump'), pairs: 2 },
    ],
    leak: { found: false, words: NO_LEAK },
  }
}
