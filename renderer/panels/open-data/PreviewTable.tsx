import type { PreviewColumn, PreviewRow, TablePreview } from '@contract/data/table/table-preview'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { Fragment } from 'react'
import { useSay } from '../../app-world'
import { WarningIcon } from '../icons'

/** Columns that are shown; a page with thousands of them is no glance. */
const COLUMNS_SHOWN = 60

const USES: { readonly [Use in PreviewColumn['use']]: Text } = {
  number: text('openData.useNumber'),
  time: text('openData.useTime'),
  text: text('openData.useText'),
  empty: text('openData.useEmpty'),
}

/** The beginning of a table: its columns by their use, each cell by what it is, and rows that cannot be read with why. */
export function PreviewTable({ preview }: { readonly preview: TablePreview }) {
  const say = useSay()
  const { columns, rows, notes } = preview
  const shown = columns.slice(0, COLUMNS_SHOWN)
  const title = say('openData.preview', { rows: rows.length })
  return (
    <>
      <section
        className="preview"
        data-testid="data-preview"
        aria-label={title}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
        tabIndex={0}
      >
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col" className="preview-line">
                {say('openData.line')}
              </th>
              {shown.map(({ name, use }, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <th key={column} scope="col" data-use={use}>
                  <span className="preview-name">{name}</span>
                  <span className="preview-use">{say(USES[use])}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.line} row={row} width={shown.length} />
            ))}
          </tbody>
        </table>
      </section>
      {columns.length > COLUMNS_SHOWN && (
        <p className="data-soft">
          {say('openData.moreColumns', { shown: COLUMNS_SHOWN, all: columns.length })}
        </p>
      )}
      {notes.map((note) => (
        <p key={say(note)} className="data-soft">
          {say(note)}
        </p>
      ))}
    </>
  )
}

function Row({ row, width }: { readonly row: PreviewRow; readonly width: number }) {
  const say = useSay()
  const { line, cells, trouble } = row
  const shown = cells.slice(0, COLUMNS_SHOWN)
  return (
    <Fragment>
      <tr className={trouble ? 'bad' : undefined}>
        <th scope="row" className="preview-line">
          {line}
        </th>
        {shown.map(({ text: words, kind }, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place.
          <td key={column} data-kind={kind}>
            {words}
          </td>
        ))}
        {shown.length < width && <td colSpan={width - shown.length} />}
      </tr>
      {trouble && (
        <tr className="bad">
          <td className="preview-why" colSpan={Math.max(width, shown.length) + 1}>
            <span>
              <WarningIcon />
              {say(trouble)}
            </span>
          </td>
        </tr>
      )}
    </Fragment>
  )
}
