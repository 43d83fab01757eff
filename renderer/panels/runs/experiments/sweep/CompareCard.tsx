import { claimOf } from '@contract/statistics/claim'
import { wordsOfClaim } from '@contract/statistics/statistics-words'
import { useId, useMemo, useState } from 'react'
import { useSay } from '../../../../app-world'
import { byMedian, type Cell, groupOf } from '../../../../store/selectors/experiments/cells'
import type { Measure, SweepPlan } from '../../../../store/state/experiments/experiments-state'
import { withText } from '../../../../store/words/experiment-texts'

/** What may be said of two values, or pairs of values: of the two lowest, until others are chosen. */
export function CompareCard({
  plan,
  cells,
  measure,
}: {
  readonly plan: SweepPlan
  readonly cells: readonly Cell[]
  readonly measure: Measure
}) {
  const say = useSay()
  const title = useId()
  const ranked = useMemo(() => byMedian(cells), [cells])
  const [chosen, choose] = useState<readonly [number | null, number | null]>([null, null])
  const first = cells[chosen[0] ?? ranked[0]?.cell ?? 0]
  const second = cells[chosen[1] ?? ranked.find(({ cell }) => cell !== first?.cell)?.cell ?? 1]
  const names = plan.varied.map(({ setting }) => setting)
  const claim = useMemo(
    () =>
      first && second && first !== second
        ? claimOf(groupOf(plan, first, measure), groupOf(plan, second, measure))
        : null,
    [plan, first, second, measure],
  )
  if (!first || !second) return null
  const select = (at: 0 | 1, cell: Cell) => (
    <select
      className="select"
      aria-label={say(at === 0 ? 'sweepView.first' : 'sweepView.second')}
      data-testid={`compare-${at}`}
      value={cell.cell}
      onChange={(event) => {
        const value = Number(event.target.value)
        choose(at === 0 ? [value, chosen[1]] : [chosen[0], value])
      }}
    >
      {cells.map((each) => (
        <option key={each.cell} value={each.cell}>
          {say(withText(names, each.config))}
        </option>
      ))}
    </select>
  )
  return (
    <section className="card" aria-labelledby={title} data-testid="compare-card">
      <div className="card-head">
        <h2 id={title} className="card-title">
          {say('sweepView.compareTitle')}
        </h2>
      </div>
      <div className="form-row">
        {select(0, first)}
        {select(1, second)}
      </div>
      {claim && (
        <p data-testid="claim" aria-live="polite">
          {say(wordsOfClaim(claim, withText(names, first.config), withText(names, second.config)))}
        </p>
      )}
      <p className="card-aside">{say('sweepView.compareHelp')}</p>
    </section>
  )
}
