import type { Say } from '@contract/language/say'
import type { ListedRun } from '@contract/run/kept-run'
import type { ViewTable } from '../../../../charts/export/view-table'
import { savedTable } from '../../../inside/frame/saved-table'
import type { RunColumn } from './columns'
import { groupCell } from './group-cell'
import type { RunTableRow } from './rows'
import type { WrittenTable } from './written'

/** Runs as a program reads them: English names, and numbers in full. */
export function runsAsColumns(columns: readonly RunColumn[], runs: readonly ListedRun[]): ViewTable {
  return savedTable({
    columns: columns.map(({ label, id }) => (id === 'kept' ? 'Kept (UTC)' : label)),
    rows: runs.map((run) =>
      columns.map((column) => {
        const value = column.of(run)
        return column.id === 'kept' && typeof value === 'number' ? new Date(value).toISOString() : value
      }),
    ),
  })
}

/** The rows as they are read on the page, in its language. */
export function writtenRows(
  columns: readonly RunColumn[],
  rows: readonly RunTableRow[],
  say: Say,
): WrittenTable {
  return {
    columns: columns.map(({ label, isNumber }) => ({ name: say(label), isNumber })),
    rows: rows.map((row) =>
      columns.map((column) =>
        row.kind === 'group' ? groupCell(column, row.runs, say) : column.show(column.of(row.run), say),
      ),
    ),
  }
}
