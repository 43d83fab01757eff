import { useId, useRef } from 'react'
import { useSay } from '../../../app-world'
import { ExportMenu } from '../../stage/chart/ExportMenu'
import { useExportable } from '../../stage/chart/use-exportable'
import { ColumnChoice } from './ColumnChoice'
import { CopyMenu } from './CopyMenu'
import { runsAsColumns } from './model/copied'
import { RunFilter } from './RunFilter'
import { RunTable } from './RunTable'
import { useRunTable } from './use-run-table'

/** The runs that are kept, a row each. */
export function TableView() {
  const say = useSay()
  const id = useId()
  const head = useRef<HTMLDivElement>(null)
  const view = useRunTable()
  const { columns, shown, runs, chosen, rows } = view
  useExportable(head, () => ({
    name: 'runs',
    title: say('runsTab.tableTitle'),
    update: null,
    picture: { kind: 'elements', elements: [] },
    table: () => runsAsColumns(shown, chosen),
  }))
  return (
    <section className="card runs-card" aria-labelledby={id} data-testid="runs-table-card">
      <div ref={head} className="card-head">
        <h2 id={id} className="card-title">
          {say('runsTab.tableTitle')}
        </h2>
        <div className="card-actions">
          <CopyMenu view={view} />
          <ExportMenu of={head} label={say('runsTab.tableTitle')} formats={['csv']} />
        </div>
      </div>
      {runs.length === 0 ? (
        <p>{say('runsTab.noRuns')}</p>
      ) : (
        <>
          <RunFilter columns={columns} runs={runs} chosen={chosen} />
          {rows.length === 0 ? (
            <p data-testid="no-run-found">{say('runsTab.noneFound')}</p>
          ) : (
            <RunTable shown={shown} rows={rows} />
          )}
          <ColumnChoice columns={columns} />
        </>
      )}
    </section>
  )
}
