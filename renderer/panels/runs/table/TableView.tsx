import { useId } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { formatCount, formatLoss } from '../../../store/words/format'
import { titleText } from '../../../store/words/run-texts'

/** The runs that are kept, a row each. */
export function TableView() {
  const say = useSay()
  const id = useId()
  const runs = useAppState((state) => state.runs)
  return (
    <section className="card" aria-labelledby={id} data-testid="runs-table-card">
      <div className="card-head">
        <h2 id={id} className="card-title">
          {say('runsTab.tableTitle')}
        </h2>
      </div>
      {runs.length === 0 ? (
        <p>{say('runsTab.noRuns')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section className="runs-table-place" tabIndex={0} aria-label={say('runsTab.tableTitle')}>
          <table className="runs-table" data-testid="runs-table">
            <thead>
              <tr>
                <th scope="col">{say('runsTab.columnName')}</th>
                <th scope="col">{say('runsTab.columnNetwork')}</th>
                <th scope="col">{say('runsTab.columnUpdates')}</th>
                <th scope="col">{say('runsTab.columnLoss')}</th>
                <th scope="col">{say('runsTab.columnKept')}</th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <th scope="row">{say(titleText(run))}</th>
                  <td>{run.network}</td>
                  <td className="number">{formatCount(run.updatesDone, say)}</td>
                  <td className="number">{formatLoss(run.loss, say)}</td>
                  <td>{say('runList.kept', { time: run.keptAt })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
