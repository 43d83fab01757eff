import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import type { ViewColumn, ViewTable } from '../../../charts/export/view-table'

/** A number or words; null: nothing. */
export type TableCell = number | string | Text | null

const say = sayIn('en')

function said(words: string | Text): string {
  return typeof words === 'string' ? words : say(words)
}

/**
 * The numbers behind a view as they are saved: a column each, with English names. Numbers that are all float32 are written
 * as such, in as many digits as these have.
 */
export function savedTable({
  columns,
  rows,
}: {
  readonly columns: readonly (string | Text)[]
  readonly rows: readonly (readonly TableCell[])[]
}): ViewTable {
  return {
    columns: columns.map((name, column) => ({
      name: said(name),
      values: valuesOf(rows.map((cells) => cells[column] ?? null)),
    })),
  }
}

function valuesOf(cells: readonly TableCell[]): ViewColumn['values'] {
  const numbers = cells.filter((cell) => typeof cell === 'number')
  if (cells.some((cell) => cell !== null && typeof cell !== 'number'))
    return cells.map((cell) => (typeof cell === 'number' ? `${cell}` : cell === null ? '' : said(cell)))
  const all = cells.map((cell) => (typeof cell === 'number' ? cell : Number.NaN))
  const isFloat32 = numbers.every((number) => Number.isNaN(number) || Math.fround(number) === number)
  return isFloat32 ? Float32Array.from(all) : Float64Array.from(all)
}
