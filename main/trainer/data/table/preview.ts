import {
  type CellKind,
  PREVIEW_ROWS,
  type PreviewRow,
  type TablePreview,
} from '@contract/data/table/table-preview'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { numberReader } from './cells/number-text'
import { timeReader } from './cells/time-text'
import { Collector } from './rows/collector'
import { NUMBER, type Role, type TablePlan, TEXT, TIME, UNDECIDED } from './rows/plan'
import type { TextRow } from './rows/text-rows'
import { troubleText } from './rows/trouble'
import type { Sample } from './sample'

/** Letters of a cell that are shown. */
const LETTERS_SHOWN = 200

/** The first rows of a planned table, each cell with what it is. */
export function previewOf(plan: TablePlan, sample: Sample): TablePreview {
  const number = numberReader(plan.choices)
  const time = timeReader(plan.choices.time?.format ?? 'number', plan.choices)
  const kindOf = (role: Role | undefined, cell: string): CellKind => {
    if (role === TIME) return time.read(cell) === null ? (cell.trim() === '' ? 'missing' : 'text') : 'time'
    const value = number(cell)
    if (value === null) return 'text'
    return Number.isNaN(value) ? 'missing' : 'number'
  }
  const collector = new Collector({ ...plan, choices: { ...plan.choices, badRows: 'refuse' } })
  const isHollow = ({ cells }: TextRow) =>
    plan.choices.time !== null && cells.every((cell) => cell.trim() === '')
  const shown = sample.rows.filter((row) => !isHollow(row)).slice(0, PREVIEW_ROWS)
  const rows = shown.map(
    (row): PreviewRow => ({
      line: row.line,
      cells: row.cells.map((cell, column) => ({
        text: cell.slice(0, LETTERS_SHOWN),
        kind: kindOf(plan.roles[column], cell),
      })),
      trouble: troubleIn(row, plan, collector),
    }),
  )
  const notes: Text[] = []
  if (plan.repeated.length > 0) notes.push(text('tableNotes.repeated', { names: plan.repeated }))
  const timeName = plan.columns[plan.choices.time?.column ?? -1]?.name
  if (timeName !== undefined && time.hasTakenUtc()) notes.push(text('tableNotes.utc', { column: timeName }))
  return {
    columns: plan.columns.map((column, i) => ({ ...column, use: useOf(plan.roles[i]) })),
    rows,
    notes,
  }
}

function troubleIn({ cells, line }: TextRow, plan: TablePlan, collector: Collector): Text | null {
  let found = null
  for (const [column, cell] of cells.entries()) found ??= collector.cell(column, cell)
  if (found && cells.length === plan.columns.length) return troubleText(found, plan.file, line)
  return collector.endRow(cells.length, line, null)?.text ?? null
}

function useOf(role: Role | undefined): 'number' | 'time' | 'text' | 'empty' {
  switch (role) {
    case NUMBER:
      return 'number'
    case TIME:
      return 'time'
    case UNDECIDED:
      return 'empty'
    case TEXT:
    case undefined:
      return 'text'
  }
}
