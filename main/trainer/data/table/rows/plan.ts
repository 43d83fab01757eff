import type { TableChoices } from '@contract/data/table/table-choices'
import { MAX_COLUMNS } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { type ColumnName, columnNames } from '../cells/column-names'
import { numberReader } from '../cells/number-text'
import { type Sample, sampleOf } from '../sample'
import type { TextRow } from './text-rows'

/** What a column is read as. */
export const TEXT = 0
export const NUMBER = 1
/** Nothing but missing values so far: its first other cell decides. */
export const UNDECIDED = 2
export const TIME = 3
export type Role = typeof TEXT | typeof NUMBER | typeof UNDECIDED | typeof TIME

/** How the rows of a table are read, decided by its beginning. */
export type TablePlan = {
  readonly file: string | null
  readonly choices: TableChoices
  readonly columns: readonly ColumnName[]
  readonly roles: readonly Role[]
  /** Names that the file has more than once. */
  readonly repeated: readonly string[]
  /** Rows at the beginning that hold no values: names, and a line that tells Excel the delimiter. */
  readonly leading: number
  /** The first cell below the names that is not empty, to tell what the table has; empty where all are. */
  readonly example: string
}

/**
 * Decides what each column is: of numbers, where at least half of the values in the sample are some.
 *
 * Fails where the sample has no row, or more columns than a table may have.
 */
export function planTable(
  bytes: Uint8Array,
  choices: TableChoices,
  file: string | null,
  isWhole: boolean,
): Result<{ readonly plan: TablePlan; readonly sample: Sample }> {
  const sample = sampleOf(bytes, choices, file, isWhole)
  if (!sample.ok) return sample
  const { rows, excelLines } = sample.value
  const [first] = rows
  if (!first) return fail('file-unreadable', text('tableFile.empty', { file }))
  const width = first.cells.length
  if (width > MAX_COLUMNS) return tooManyColumns(file, width)
  const { names, repeated } = columnNames(width, choices.header ? first.cells : undefined)
  const data = choices.header ? rows.slice(1) : rows
  const roles = rolesOf(
    data.map(({ cells }) => cells).filter((cells) => cells.length === width),
    width,
    choices,
  )
  const leading = excelLines + (choices.header ? 1 : 0)
  return ok({
    plan: { file, choices, columns: names, roles, repeated, leading, example: exampleIn(data) },
    sample: { ...sample.value, rows: data },
  })
}

/** The first cell that is not empty; an empty text where there is none. */
export function exampleIn(rows: readonly Pick<TextRow, 'cells'>[]): string {
  for (const { cells } of rows) {
    const found = cells.find((cell) => cell.trim() !== '')
    if (found !== undefined) return found.trim()
  }
  return ''
}

/** The failure of a table with so many columns. */
export function tooManyColumns(file: string | null, found: number) {
  return fail('file-unreadable', text('tableFile.tooManyColumns', { file, most: MAX_COLUMNS, found }))
}

function rolesOf(rows: readonly (readonly string[])[], width: number, choices: TableChoices): Role[] {
  const number = numberReader(choices)
  const [numbers, texts] = [new Uint32Array(width), new Uint32Array(width)]
  for (const cells of rows)
    for (let column = 0; column < width; column += 1) {
      const value = number(cells[column] as string)
      if (value === null) texts[column] = (texts[column] as number) + 1
      else if (!Number.isNaN(value)) numbers[column] = (numbers[column] as number) + 1
    }
  return Array.from({ length: width }, (_, column) => {
    const [ofNumbers, ofTexts] = [numbers[column] as number, texts[column] as number]
    if (column === choices.time?.column) return TIME
    if (ofNumbers + ofTexts === 0) return UNDECIDED
    return ofNumbers >= ofTexts ? NUMBER : TEXT
  })
}
