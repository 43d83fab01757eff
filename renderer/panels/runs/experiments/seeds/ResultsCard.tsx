import type { ExperimentId, ExperimentRun } from '@contract/experiment/experiment'
import { placeOfRun } from '@contract/experiment/plan-runs'
import { text } from '@contract/language/texts'
import { interquartileMean } from '@contract/statistics/interquartile-mean'
import { shareOf } from '@contract/statistics/share'
import { wordsOfInterquartileMean } from '@contract/statistics/statistics-words'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { useAppState, useSay } from '../../../../app-world'
import { niceEnd } from '../../../../charts/axes/y-range'
import { Cross } from '../../../../plots/Cross'
import { Dots } from '../../../../plots/Dots'
import { decadesAround } from '../../../../plots/numbers/decades'
import { Plot } from '../../../../plots/Plot'
import { shownMeasure, shownRuns } from '../../../../store/selectors/experiments/experiments'
import { counts, resultsOf } from '../../../../store/selectors/experiments/outcomes'
import { convergedUsually } from '../../../../store/selectors/experiments/threshold'
import type { Measure, SeedsPlan } from '../../../../store/state/experiments/experiments-state'
import { endText } from '../../../../store/words/experiment-texts'
import { formatSetting } from '../../../../store/words/format'
import { parseNumber } from '../../../../store/words/parse-number'
import { ViewCard, type ViewTable } from '../../../inside/frame/ViewCard'
import { RunsMeasure } from '../RunsMeasure'

const HEIGHT = 200
/** With some air, so that the point of the last run is whole. */
const SHARES = { extent: { min: 0, max: 1.08 }, ticks: [0, 0.5, 1] }

/** What each run came to, and how many of them converged. */
export function ResultsCard({ plan }: { readonly id: ExperimentId; readonly plan: SeedsPlan }) {
  const say = useSay()
  const field = useId()
  const runs = useDeferredValue(useAppState(shownRuns))
  const measure = useAppState((state) => shownMeasure(state.measure, runs))
  const results = useMemo(() => resultsOf(runs, measure), [runs, measure])
  const middle = useMemo(() => interquartileMean(results), [results])
  const [typed, type] = useState<string | null>(null)
  const usual = useMemo(() => convergedUsually(runs, measure), [runs, measure])
  const given = typed ?? formatSetting(usual)
  const number = parseNumber(given)
  const below = number > 0 ? number : null
  const n = results.length
  const share = below === null ? null : shareOf(results.filter((result) => result < below).length, n)
  if (n === 0) return null
  return (
    <ViewCard
      testId="seeds-results"
      title={say('seedsView.resultsTitle')}
      help={say('seedsView.resultsHelp')}
      controls={<RunsMeasure runs={runs} />}
      table={() => tableOf(runs, plan)}
    >
      <div className="form-row">
        <div className={below === null ? 'form-number invalid' : 'form-number'}>
          <label htmlFor={field}>{say('seedsView.below')}</label>
          <input
            id={field}
            data-testid="converged-below"
            className="number"
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={given}
            aria-invalid={below === null}
            aria-describedby={`${field}-said`}
            onChange={(event) => type(event.target.value)}
          />
        </div>
        <p
          id={`${field}-said`}
          className={below === null ? 'problem' : undefined}
          data-testid="converged"
          aria-live="polite"
        >
          {below === null && say('seedsView.badBelow', { given })}
          {below !== null && share && say('seedsView.converged', { ...share, below, share: share.value })}
        </p>
      </div>
      <p data-testid="interquartile-mean">{say(wordsOfInterquartileMean(middle))}</p>
      <Strip
        results={results}
        below={below}
        measure={measure}
        choose={(value) => type(formatSetting(Number(value.toPrecision(3))))}
      />
    </ViewCard>
  )
}

/** Every result as a point, over how many came to so little or less. */
function Strip({
  results,
  below,
  measure,
  choose,
}: {
  readonly results: Float64Array
  readonly below: number | null
  readonly measure: Measure
  readonly choose: (value: number) => void
}) {
  const say = useSay()
  const sorted = useMemo(() => results.filter(Number.isFinite).sort(), [results])
  const shares = useMemo(
    () => sorted.map((_, place) => (place + 1) / results.length),
    [sorted, results.length],
  )
  const x = useMemo(() => {
    const name = say(measure === 'validation' ? 'seedsView.validationLoss' : 'seedsView.lastLoss')
    const decades = decadesAround(sorted)
    if (decades && sorted.every((result) => result > 0))
      return { extent: decades, kind: 'log' as const, name }
    return { extent: { min: 0, max: niceEnd(sorted.at(-1) ?? 1) }, kind: 'linear' as const, name }
  }, [sorted, measure, say])
  const y = useMemo(() => ({ ...SHARES, name: say('seedsView.shareOfRuns') }), [say])
  return (
    <Plot
      {...{ x, y }}
      height={HEIGHT}
      label={say('seedsView.resultsPicture', { n: results.length })}
      testId="results-plot"
      onPress={(at) => choose(at.x)}
    >
      <Cross x={below} />
      <Dots x={sorted} y={shares} colour="var(--prediction)" opacity={0.8} />
    </Plot>
  )
}

function tableOf(runs: readonly ExperimentRun[], plan: SeedsPlan): ViewTable {
  return {
    columns: [
      ...[text('seedsView.seed'), text('seedsView.lastLoss'), text('seedsView.leastLoss')],
      ...[text('seedsView.validationLoss'), text('seedsView.updates'), text('seedsView.ended')],
      text('seedsView.seconds'),
    ],
    rows: [...runs]
      .sort((one, other) => one.index - other.index)
      .map((run) => [
        placeOfRun(plan, run.index).seed,
        counts(run) && run.end !== 'diverged' ? run.lastLoss : null,
        run.bestLoss,
        run.validationLoss,
        run.updates,
        endText(run),
        run.seconds,
      ]),
  }
}
