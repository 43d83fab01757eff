import type { ViewColumn } from '../export/view-table'

/** Whole numbers in a row. */
export function counting(name: string, first: number, rows: number, unit?: string): ViewColumn {
  return {
    name,
    ...(unit !== undefined && { unit }),
    values: Float64Array.from({ length: rows }, (_, row) => first + row),
  }
}

/** Numbers of float32, each asked for by its row. */
export function float32Column(name: string, rows: number, at: (row: number) => number): ViewColumn {
  return { name, values: Float32Array.from({ length: rows }, (_, row) => at(row)) }
}

/** Numbers of float64, each asked for by its row. */
export function float64Column(
  name: string,
  rows: number,
  at: (row: number) => number,
  unit?: string,
): ViewColumn {
  return {
    name,
    ...(unit !== undefined && { unit }),
    values: Float64Array.from({ length: rows }, (_, row) => at(row)),
  }
}

/** The column where it is shown, to be spread into others. */
export function shownColumn(isShown: boolean, column: () => ViewColumn): readonly ViewColumn[] {
  return isShown ? [column()] : []
}
