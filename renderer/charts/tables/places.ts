import { type AxisTimes, timeAt } from '@contract/data/axis-times'
import type { ViewColumn } from '../export/view-table'

/**
 * Rows of a series as columns: their numbers (the first row is 1), and their times where these are known exactly: dates in
 * ISO's form, numbers as they are.
 *
 * @param rows counted from 0
 */
export function rowColumns(times: AxisTimes, rows: Float64Array): readonly ViewColumn[] {
  const row: ViewColumn = { name: 'row', values: rows.map((row) => row + 1) }
  if (times.kind === 'rows' || (times.kind === 'knots' && !times.exact)) return [row]
  const at = (row: number) => timeAt(times, row) ?? Number.NaN
  const values = times.of === 'dates' ? [...rows].map((row) => new Date(at(row)).toISOString()) : rows.map(at)
  return [row, { name: 'time', values }]
}

/** How many columns these are. */
export function rowColumnCount(times: AxisTimes): number {
  return rowColumns(times, new Float64Array(0)).length
}

/** Times of the lesson's curve, which are told in half periods, in radians. */
export function radians(halfPeriods: Float64Array): ViewColumn {
  return { name: 't', unit: 'rad', values: halfPeriods.map((place) => place * Math.PI) }
}

/** Rows in a row, from 0: from one up to, not including, another. */
export function rowsBetween(from: number, to: number): Float64Array {
  return Float64Array.from({ length: Math.max(0, to - from) }, (_, row) => from + row)
}
