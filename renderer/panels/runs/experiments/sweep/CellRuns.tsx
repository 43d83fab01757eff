import type { ExperimentId } from '@contract/experiment/experiment'
import { placeOfRun } from '@contract/experiment/plan-runs'
import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import type { Cell } from '../../../../store/selectors/experiments/cells'
import type { SweepPlan } from '../../../../store/state/experiments/experiments-state'
import { endText, withText } from '../../../../store/words/experiment-texts'
import { formatLoss } from '../../../../store/words/format'

/** The runs of one value or pair of values, each of which can be opened. */
export function CellRuns({
  id,
  plan,
  cell,
}: {
  readonly id: ExperimentId
  readonly plan: SweepPlan
  readonly cell: Cell
}) {
  const say = useSay()
  const { commands } = useWorld()
  const isReady = useAppState((state) => state.trainer.kind === 'ready')
  const title = useId()
  const name = withText(
    plan.varied.map(({ setting }) => setting),
    cell.config,
  )
  return (
    <section className="card" aria-labelledby={title} data-testid="cell-runs">
      <div className="card-head">
        <h2 id={title} className="card-title">
          {say('sweepView.runsTitle', { name })}
        </h2>
      </div>
      <p className="card-aside">{say('sweepView.openNote')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="inside-table-place" tabIndex={0} aria-label={say('sweepView.listOf', { name })}>
        <table className="number-table">
          <thead className="number-head">
            <tr>
              <th scope="col">{say('seedsView.seed')}</th>
              <th scope="col">{say('seedsView.lastLoss')}</th>
              <th scope="col">{say('seedsView.updates')}</th>
              <th scope="col">{say('seedsView.ended')}</th>
              <th scope="col">{say('sweepView.open')}</th>
            </tr>
          </thead>
          <tbody>
            {cell.runs.map((run) => {
              const { seed } = placeOfRun(plan, run.index)
              return (
                <tr key={run.index}>
                  <td>{seed}</td>
                  <td>{formatLoss(run.end === 'diverged' ? Number.NaN : run.lastLoss, say)}</td>
                  <td>{run.updates}</td>
                  <td>{say(endText(run))}</td>
                  <td>
                    <button
                      type="button"
                      className="button small"
                      data-testid="open-cell-run"
                      aria-label={say('sweepView.openThis', { seed })}
                      disabled={!isReady || run.updates === 0}
                      onClick={() => void commands.openExperimentRun(id, run.index, run.updates)}
                    >
                      {say('sweepView.open')}
                    </button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </section>
  )
}
