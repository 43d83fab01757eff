import { type KeyboardEvent, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import type { RunColumn } from './model/columns'
import { GroupRow, RunRow } from './RunTableRow'
import type { RunTableView } from './use-run-table'
import { useWindow } from './use-window'

/** As the style sheet has it, in pixels: rows are not measured. */
const ROW_HEIGHT = 30

/** Leads up and down from row to row, to the same place in each. */
function toNextRow(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const focused = document.activeElement
  const row = focused?.closest('tr')
  if (!row || !(focused instanceof HTMLButtonElement || focused instanceof HTMLInputElement)) return
  const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling
  const kind = focused.dataset.place
  const there = next?.querySelector<HTMLElement>(`[data-place="${kind}"]`) ?? next?.querySelector('button')
  if (!there) return
  event.preventDefault()
  there.focus()
}

/** The rows that are seen of a table that may have a thousand. */
export function RunTable({ shown, rows }: Pick<RunTableView, 'shown' | 'rows'>) {
  const say = useSay()
  const place = useRef<HTMLElement>(null)
  const { from, to } = useWindow(place, rows.length, ROW_HEIGHT)
  return (
    <section
      ref={place}
      className="runs-table-place"
      data-testid="runs-table-place"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={say('runsTab.viewTable')}
    >
      <table className="runs-table" data-testid="runs-table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span className="visually-hidden">{say('runsTab.columnCompare')}</span>
            </th>
            {shown.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={toNextRow}>
          <Space rows={from} columns={shown.length} />
          {rows.slice(from, to).map((row, at) => {
            const index = from + at + 2
            return row.kind === 'group' ? (
              <GroupRow key={row.key} row={row} index={index} columns={shown} />
            ) : (
              <RunRow key={row.key} row={row} index={index} columns={shown} />
            )
          })}
          <Space rows={rows.length - to} columns={shown.length} />
        </tbody>
      </table>
    </section>
  )
}

/** In the place of rows that are not seen. */
function Space({ rows, columns }: { readonly rows: number; readonly columns: number }) {
  if (rows <= 0) return null
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it has the focus
    <tr aria-hidden="true">
      <td className="runs-table-space" colSpan={columns + 1} style={{ height: rows * ROW_HEIGHT }} />
    </tr>
  )
}

/** The name of a column; a press puts the runs in its order, the next one the other way around, a third as they were. */
function Head({ column: { id, label, explained, isNumber } }: { readonly column: RunColumn }) {
  const say = useSay()
  const { store } = useWorld()
  const sort = useAppState(({ runTable }) => runTable.sort)
  const mine = sort?.column === id ? sort : null
  const sorted = mine ? (mine.descending ? 'descending' : 'ascending') : undefined
  const press = () =>
    store.getState().changeRunTable({
      sort: mine?.descending ? null : { column: id, descending: mine !== null },
    })
  return (
    <th scope="col" aria-sort={sorted} className={isNumber ? 'of-number' : undefined}>
      <button
        type="button"
        className="runs-sort"
        data-testid={`sort-${id}`}
        title={explained && say(explained)}
        onClick={press}
      >
        {say(label)}
        <span aria-hidden="true" className="runs-sort-mark">
          {mine ? (mine.descending ? '▾' : '▴') : ''}
        </span>
      </button>
    </th>
  )
}
