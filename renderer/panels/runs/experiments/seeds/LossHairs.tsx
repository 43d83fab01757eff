import type { ExperimentId } from '@contract/experiment/experiment'
import { placeOfRun } from '@contract/experiment/plan-runs'
import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { useDeferredValue, useMemo, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../../../app-world'
import { countTicks } from '../../../../charts/axes/ticks'
import { niceEnd } from '../../../../charts/axes/y-range'
import { Dots } from '../../../../plots/Dots'
import { Line } from '../../../../plots/Line'
import { Band } from '../../../../plots/many/Band'
import { Crosses } from '../../../../plots/many/Crosses'
import { Hairs as HairLines } from '../../../../plots/many/Hairs'
import { decadesAround } from '../../../../plots/numbers/decades'
import { Plot } from '../../../../plots/Plot'
import { shownRuns } from '../../../../store/selectors/experiments/experiments'
import { type Hairs, hairsOf } from '../../../../store/selectors/experiments/hairs'
import { endsOf } from '../../../../store/selectors/experiments/outcomes'
import type { SeedsPlan } from '../../../../store/state/experiments/experiments-state'
import { LogarithmicCheck } from '../../../fields/LogarithmicCheck'
import { ViewCard, type ViewTable } from '../../../inside/frame/ViewCard'
import { LegendKey } from '../../../stage/chart/LegendKey'
import { useHairPointing } from './use-hair-pointing'
import { type Present, usePresent } from './use-present'

const HEIGHT = 300
const MOST_TICKS = 10

/** The loss of every seed by update, what lies between them, and the present run beside them. */
export function LossHairs({ id, plan }: { readonly id: ExperimentId; readonly plan: SeedsPlan }) {
  const say = useSay()
  const runs = useDeferredValue(useAppState(shownRuns))
  const lines = hairsOf(runs)
  const present = usePresent(plan, runs)
  const [isLog, setLog] = useState(true)
  const { n } = lines.band
  const { failed, diverged } = endsOf(runs)
  return (
    <ViewCard
      testId="seeds-loss"
      title={say('seedsView.lossTitle')}
      summary={summaryOf(lines, say)}
      help={say('seedsView.help', { thinned: lines.isThinned })}
      table={n === 0 ? null : () => tableOf(lines)}
      controls={
        <>
          <Legend hasPresent={present.losses.length > 0} hasDiverged={diverged > 0} />
          <LogarithmicCheck testId="seeds-log" checked={isLog} onChange={setLog} />
        </>
      }
    >
      {diverged > 0 && <p>{say('seedsView.diverged', { diverged, n })}</p>}
      {failed > 0 && <p>{say('seedsView.failed', { failed })}</p>}
      {n > 0 && <p data-testid="seeds-present">{presentWords(present, say)}</p>}
      {n > 0 && <Picture {...{ id, plan, runs, lines, present, isLog }} />}
    </ViewCard>
  )
}

function Legend({
  hasPresent,
  hasDiverged,
}: {
  readonly hasPresent: boolean
  readonly hasDiverged: boolean
}) {
  const say = useSay()
  return (
    <div className="legend">
      <LegendKey line="band">{say('seedsView.band')}</LegendKey>
      <LegendKey line="median">{say('seedsView.median')}</LegendKey>
      <LegendKey line="hair">{say('seedsView.hair')}</LegendKey>
      {hasDiverged && <LegendKey line="broke">{say('seedsView.broke')}</LegendKey>}
      {hasPresent && <LegendKey line="present">{say('seedsView.presentRun')}</LegendKey>}
    </div>
  )
}

type PictureProps = {
  readonly id: ExperimentId
  readonly plan: SeedsPlan
  readonly runs: Parameters<typeof hairsOf>[0]
  readonly lines: Hairs
  readonly present: Present
  readonly isLog: boolean
}

function Picture({ id, plan, runs, lines, present, isLog }: PictureProps) {
  const say = useSay()
  const { commands } = useWorld()
  const isReady = useAppState((state) => state.trainer.kind === 'ready')
  const { band, hairs, updates, last } = lines
  const [low = [], median = [], high = []] = band.lines
  const x = useMemo(
    () => ({
      extent: { min: 1, max: Math.max(2, last, present.updates.at(-1) ?? 1) },
      name: say('seedsView.update'),
      ticks: countTicks(1, Math.max(2, last, present.updates.at(-1) ?? 1), MOST_TICKS),
    }),
    [last, present.updates, say],
  )
  const y = useMemo(
    () => ({ ...lossAxis(lines, present, isLog), name: say('seedsView.loss') }),
    [lines, present, isLog, say],
  )
  const drawn = useMemo(() => hairs.map((hair) => ({ x: hair.updates, y: hair.losses })), [hairs])
  const broke = useMemo(
    () => hairs.flatMap((hair) => (hair.broke ? [{ x: hair.broke.update, y: hair.broke.loss }] : [])),
    [hairs],
  )
  const open = (point: { readonly index: number; readonly update: number }) => {
    if (isReady) void commands.openExperimentRun(id, point.index, point.update)
  }
  const { picked, ...pointing } = useHairPointing(runs, y, open)
  const hair = picked && hairs.find(({ index }) => index === picked.index)
  const named = picked && { seed: placeOfRun(plan, picked.index).seed, update: picked.update }
  return (
    <>
      <p className="reading" data-testid="seeds-reading" aria-live="polite">
        {named && picked ? say('seedsView.reading', { ...named, loss: picked.loss }) : say('seedsView.hint')}
      </p>
      <Plot
        {...{ x, y }}
        height={HEIGHT}
        label={say('seedsView.picture', { n: band.n })}
        testId="seeds-plot"
        {...pointing}
      >
        <Band x={updates} low={low} high={high} colour="var(--prediction)" />
        <HairLines lines={drawn} colour="var(--ghost)" />
        <Line x={updates} y={median} colour="var(--prediction)" width={2.5} />
        <Line x={present.updates} y={present.losses} colour="var(--surface)" width={4.5} />
        <Line x={present.updates} y={present.losses} colour="var(--ink)" width={2} dashes="7 3" />
        {hair && <Line x={hair.updates} y={hair.losses} colour="var(--norm)" width={2.5} />}
        <Crosses at={broke} />
        {picked && <Dots x={[picked.update]} y={[picked.loss]} colour="var(--norm)" radius={5} />}
      </Plot>
      <div className="open-run">
        {named && picked && (
          <button
            type="button"
            className="button small"
            data-testid="open-hair"
            disabled={!isReady}
            onClick={() => open(picked)}
          >
            {say('seedsView.open', named)}
          </button>
        )}
        <span className="card-aside">{say('seedsView.openNote')}</span>
      </div>
    </>
  )
}

/** The axis of the losses: what is beyond the band, as of runs on their way to diverge, may leave the picture. */
function lossAxis({ band, hairs }: Hairs, present: Present, isLog: boolean) {
  const [low = [], median = [], high = []] = band.lines
  const finite = [...low, ...median, ...high, ...present.losses].filter(Number.isFinite)
  const all = finite.length > 0 ? finite : hairs.flatMap(({ losses }) => [...losses]).filter(Number.isFinite)
  if (!isLog) return { extent: { min: 0, max: niceEnd(Math.max(...all, 0)) }, kind: 'linear' as const }
  const least = hairs.map(({ losses }) => losses.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY))
  return { extent: decadesAround([...all, ...least]) ?? { min: 0.1, max: 1 }, kind: 'log' as const }
}

function summaryOf({ band, updates }: Hairs, say: Say): string {
  const update = updates.at(-1)
  if (band.n === 0 || update === undefined) return say('seedsView.noneYet')
  const [low, median, high] = band.lines.map((line) => line.at(-1) ?? Number.NaN)
  return say('seedsView.summary', {
    n: band.n,
    update,
    low: low ?? Number.NaN,
    median: median ?? Number.NaN,
    high: high ?? Number.NaN,
  })
}

function presentWords({ among, seed }: Present, say: Say): string {
  if (among.kind === 'other') return say('seedsView.presentOther')
  if (among.kind === 'none') return say('seedsView.presentNone')
  const { update, loss, lowerThan: lower, n } = among
  return say('seedsView.present', { seed, update, loss, lower, n })
}

function tableOf({ band, updates }: Hairs): ViewTable {
  const [low = [], median = [], high = []] = band.lines
  const cell = (value: number | undefined) => (Number.isFinite(value) ? (value as number) : null)
  return {
    columns: [
      ...[text('seedsView.update'), text('seedsView.low'), text('seedsView.median')],
      ...[text('seedsView.high'), text('seedsView.divergedRuns')],
    ],
    rows: Array.from(updates, (update, at) => [
      update,
      cell(low[at]),
      cell(median[at]),
      cell(high[at]),
      band.failures[at] ?? 0,
    ]),
  }
}
