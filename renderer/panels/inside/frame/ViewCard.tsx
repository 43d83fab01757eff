import { type ReactNode, type Ref, useId, useState } from 'react'
import { useSay } from '../../../app-world'
import { formatMark } from '../../../store/words/format'

/** The numbers behind a view: a cell that is null has none. */
export type ViewTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (number | string | null)[])[]
}

/** Rows that are put on the page at most: all are in the file that is exported. */
const MOST_ROWS = 600

type Props = {
  readonly title: string
  /** What the view says of this network, in a sentence. */
  readonly summary?: string | undefined
  /** What it is, and what it is not. */
  readonly help?: string
  /** Made when it is asked for. */
  readonly table: (() => ViewTable) | null
  /** Controls beside the title. */
  readonly controls?: ReactNode
  readonly testId: string
  readonly place?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** A view of the inside: its title, its picture, what that says in a sentence, and the numbers behind it as a table. */
export function ViewCard({ title, summary, help, table, controls, testId, place, children }: Props) {
  const say = useSay()
  const id = useId()
  const [isOpen, open] = useState(false)
  return (
    <section ref={place} className="card inside-view" aria-labelledby={id} data-testid={testId}>
      <div className="card-head">
        <h2 id={id} className="card-title">
          {title}
        </h2>
        {controls}
      </div>
      {summary && (
        <p className="inside-summary" data-testid={`${testId}-summary`}>
          {summary}
        </p>
      )}
      {children}
      {help && <p className="card-aside">{help}</p>}
      {table && (
        <details className="inside-table" onToggle={(event) => open(event.currentTarget.open)}>
          <summary>{say('inside.table')}</summary>
          {isOpen && <Table table={table()} title={title} />}
        </details>
      )}
    </section>
  )
}

function Table({ table: { columns, rows }, title }: { readonly table: ViewTable; readonly title: string }) {
  const say = useSay()
  const shown = rows.slice(0, MOST_ROWS)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="inside-table-place" tabIndex={0} aria-label={title}>
      <table className="figures">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row of a table of numbers is its place
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={columns[column]}>
                  {typeof cell === 'number' ? formatMark(Number(cell.toPrecision(6))) : (cell ?? '–')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p>{say('inside.firstRows', { shown: shown.length, rows: rows.length })}</p>
      )}
    </section>
  )
}
