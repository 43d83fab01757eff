import type { ExperimentId } from '@contract/experiment/experiment'
import { SKIPPED_AFTER } from '@contract/experiment/limits'
import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { SETTINGS } from '@contract/settings/settings'
import { useDeferredValue, useMemo, useState } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { byMedian, type Cell, cellsWithRuns } from '../../../../store/selectors/experiments/cells'
import { shownMeasure, shownRuns } from '../../../../store/selectors/experiments/experiments'
import { endsOf } from '../../../../store/selectors/experiments/outcomes'
import type { SweepPlan } from '../../../../store/state/experiments/experiments-state'
import { withText } from '../../../../store/words/experiment-texts'
import { LogarithmicCheck } from '../../../fields/LogarithmicCheck'
import { ViewCard, type ViewTable } from '../../../inside/frame/ViewCard'
import { LegendKey } from '../../../stage/chart/LegendKey'
import { RunsMeasure } from '../RunsMeasure'
import { CellRuns } from './CellRuns'
import { CompareCard } from './CompareCard'
import { SweepHeat } from './SweepHeat'
import { SweepLine } from './SweepLine'

/** What the values of one setting, or the pairs of two, came to. */
export function SweepView({ id, plan }: { readonly id: ExperimentId; readonly plan: SweepPlan }) {
  const say = useSay()
  const runs = useDeferredValue(useAppState(shownRuns))
  const measure = useAppState((state) => shownMeasure(state.measure, runs))
  const cells = useMemo(() => cellsWithRuns(plan, runs, measure), [plan, runs, measure])
  const [isLog, setLog] = useState(true)
  const [picked, pick] = useState<number | null>(null)
  const names = plan.varied.map(({ setting }) => setting)
  const settings = names.map((name) => SETTINGS[name].label)
  const { n, diverged, skipped } = endsOf(runs)
  const shown = picked === null ? null : cells[picked]
  const pictures = { plan, cells, picked, pick }
  const isLine = plan.varied.length === 1
  return (
    <>
      <ViewCard
        testId="sweep-loss"
        title={say('sweepView.title', { settings })}
        summary={bestWords(plan, cells, say)}
        help={say(isLine ? 'sweepView.lineHelp' : 'sweepView.heatHelp')}
        table={() => tableOf(plan, cells)}
        controls={
          <>
            {isLine && <Legend hasDiverged={diverged > 0} />}
            {isLine && <LogarithmicCheck testId="sweep-log" checked={isLog} onChange={setLog} />}
            <RunsMeasure runs={runs} />
          </>
        }
      >
        {diverged > 0 && <p>{say('sweepView.diverged', { diverged, n })}</p>}
        {skipped > 0 && <p>{say('sweepView.skipped', { skipped, after: SKIPPED_AFTER })}</p>}
        <p className="reading" data-testid="sweep-reading" aria-live="polite">
          {shown
            ? say('sweepView.reading', { ...shown, name: withText(names, shown.config) })
            : say('sweepView.hint')}
        </p>
        {isLine ? <SweepLine {...pictures} isLog={isLog} /> : <SweepHeat {...pictures} />}
      </ViewCard>
      {shown && shown.runs.length > 0 && <CellRuns id={id} plan={plan} cell={shown} />}
      <CompareCard plan={plan} cells={cells} measure={measure} />
    </>
  )
}

function Legend({ hasDiverged }: { readonly hasDiverged: boolean }) {
  const say = useSay()
  return (
    <div className="legend">
      <LegendKey line="band">{say('sweepView.band')}</LegendKey>
      <LegendKey line="median">{say('sweepView.median')}</LegendKey>
      <LegendKey line="each-run">{say('sweepView.run')}</LegendKey>
      {hasDiverged && <LegendKey line="broke">{say('sweepView.brokeMark')}</LegendKey>}
    </div>
  )
}

function bestWords(plan: SweepPlan, cells: readonly Cell[], say: Say): string {
  const [best] = byMedian(cells)
  if (!best) return say('sweepView.noBest')
  const name = withText(
    plan.varied.map(({ setting }) => setting),
    best.config,
  )
  return say('sweepView.best', { name, median: best.median, n: best.n })
}

function tableOf(plan: SweepPlan, cells: readonly Cell[]): ViewTable {
  const names = plan.varied.map(({ setting }) => setting)
  const number = (value: number) => (Number.isFinite(value) ? value : null)
  return {
    columns: [
      ...[text('sweepView.value'), text('sweepView.runs'), text('seedsView.divergedRuns')],
      ...[text('seedsView.low'), text('seedsView.median'), text('seedsView.high')],
    ],
    rows: cells.map(({ config, n, diverged, low, median, high }) => [
      withText(names, config),
      ...[n, diverged],
      ...[low, median, high].map(number),
    ]),
  }
}
