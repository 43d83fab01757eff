import type { Text } from '@contract/language/text'
import { type ReactNode, type Ref, useId, useRef, useState } from 'react'
import { useSay, useWorld } from '../../../app-world'
import { formatMark } from '../../../store/words/format'
import { ExportMenu } from '../../stage/chart/ExportMenu'
import { useExportable } from '../../stage/chart/use-exportable'
import { savedTable, type TableCell } from './saved-table'

/**
 * The numbers behind a view, on the page and as CSV: what is a `Text` is said in the language of the page there, and in
 * English in a file, which programs read.
 */
export type ViewTable = {
  readonly columns: readonly (string | Text)[]
  /** A cell that is null has nothing. */
  readonly rows: readonly (readonly TableCell[])[]
}

const PICTURES = ['svg', 'png'] as const

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
  /** In names of files too, see `Exportable.name`. */
  readonly testId: string
  /** Whether there is no `Plot` in it, so that its numbers alone can be saved. */
  readonly hasNoPlot?: boolean
  readonly place?: Ref<HTMLElement>
  readonly children: ReactNode
}

/** A view of the inside: its title, its picture, what that says in a sentence, and the numbers behind it as a table. */
export function ViewCard(props: Props) {
  const { title, summary, help, table, controls, testId, place, hasNoPlot = false, children } = props
  const say = useSay()
  const { store } = useWorld()
  const id = useId()
  const [isOpen, open] = useState(false)
  const head = useRef<HTMLDivElement>(null)
  useExportable(head, () => {
    const elements = plotsIn(head.current?.closest('.card') ?? null)
    if (elements.length === 0 && !table) return null
    return {
      name: testId,
      title,
      update: store.getState().marked,
      picture: { kind: 'elements', elements },
      table: () => savedTable(table?.() ?? { columns: [], rows: [] }),
    }
  })
  const formats = [...(hasNoPlot ? [] : PICTURES), ...(table ? (['csv'] as const) : [])]
  return (
    <section ref={place} className="card inside-view" aria-labelledby={id} data-testid={testId}>
      <div ref={head} className="card-head">
        <h2 id={id} className="card-title">
          {title}
        </h2>
        {controls}
        {formats.length > 0 && (
          <div className="card-actions">
            <ExportMenu of={head} label={title} formats={formats} />
          </div>
        )}
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

/** The plots that are seen in a card. */
function plotsIn(card: Element | null): readonly SVGSVGElement[] {
  const plots = card?.querySelectorAll<SVGSVGElement>('svg.plot') ?? []
  return [...plots].filter((plot) => plot.getClientRects().length > 0)
}

function Table({ table: { columns, rows }, title }: { readonly table: ViewTable; readonly title: string }) {
  const say = useSay()
  const shown = rows.slice(0, MOST_ROWS)
  const names = columns.map((column) => (typeof column === 'string' ? column : say(column)))
  const written = (cell: TableCell) => {
    if (typeof cell === 'number') return formatMark(Number(cell.toPrecision(6)))
    return cell === null || typeof cell === 'string' ? (cell ?? '–') : say(cell)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className="inside-table-place" tabIndex={0} aria-label={title}>
      <table className="number-table">
        <thead className="number-head">
          <tr>
            {names.map((column) => (
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
                <td key={names[column]}>{written(cell)}</td>
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
