import { RIVAL_LABELS } from '@contract/data/scores'
import type { Say } from '@contract/language/say'
import { useAppState, useSay, useWorld } from '../../app-world'
import { createLossChart, type LossReading } from '../../charts/loss-chart'
import { hasPassedAny } from '../../store/selectors/passing'
import { programShown } from '../../store/selectors/preset-selectors'
import { isLossScaled } from '../../store/selectors/selectors'
import { bestRival } from '../../store/selectors/standing'
import type { AppState } from '../../store/state/app-state'
import { formatLoss } from '../../store/words/format'
import { LogarithmicCheck } from '../fields/LogarithmicCheck'
import { ChartSlider } from './chart/ChartSlider'
import { ExportMenu } from './chart/ExportMenu'
import { GhostToggle } from './chart/GhostToggle'
import { LegendKey } from './chart/LegendKey'
import { useReadChart } from './chart/use-read-chart'
import { FuturesLine } from './FuturesLine'
import { OverlayLegend } from './OverlayLegend'

function readingWords(reading: LossReading | null, say: Say): string {
  if (!reading) return say('charts.lossHint')
  const { update, loss, meanLoss, gradientNorm, ghostLoss, validation } = reading
  return say('charts.lossReading', {
    update,
    loss: formatLoss(loss, say),
    mean: meanLoss === null ? null : formatLoss(meanLoss, say),
    norm: gradientNorm === null ? null : formatLoss(gradientNorm, say),
    ghost: ghostLoss === null ? null : formatLoss(ghostLoss, say),
    validation: validation && { update: validation.update, loss: formatLoss(validation.loss, say) },
  })
}

function newestWords({ progress }: AppState, say: Say): string {
  return say('charts.lossNewest', { update: progress.updatesDone, loss: formatLoss(progress.loss, say) })
}

function ScaleToggle() {
  const { store } = useWorld()
  const log = useAppState((state) => state.logLoss)
  return (
    <LogarithmicCheck
      testId="toggle-log-loss"
      checked={log}
      onChange={() => store.getState().toggleLogLoss()}
    />
  )
}

function NormToggle() {
  const say = useSay()
  const { store } = useWorld()
  const shown = useAppState((state) => state.showGradientNorm)
  return (
    <label className="check" title={say('stage.gradientNormExplained')}>
      <input
        type="checkbox"
        data-testid="toggle-gradient-norm"
        checked={shown}
        onChange={() => store.getState().toggleGradientNorm()}
      />
      <LegendKey line="norm">{say('stage.gradientNorm')}</LegendKey>
    </label>
  )
}

function RivalToggle() {
  const say = useSay()
  const { store } = useWorld()
  const shown = useAppState((state) => state.showRivals)
  const rivals = useAppState((state) => state.rivals)
  if (!rivals) return null
  const best = bestRival(rivals)
  return (
    <label className="check" title={say('stage.rivalsExplained')}>
      <input
        type="checkbox"
        data-testid="toggle-rivals"
        checked={shown}
        onChange={() => store.getState().toggleRivals()}
      />
      <LegendKey line="rival">
        {best ? say('stage.rivalNamed', { rival: RIVAL_LABELS[best.name] }) : say('stage.rivals')}
      </LegendKey>
    </label>
  )
}

/** Whether the chart marks updates at which a rival was passed. */
function useIsPassMarked(): boolean {
  const { history } = useWorld()
  return useAppState(
    ({ rivals, showRivals }) => rivals !== null && showRivals && hasPassedAny(history, rivals),
  )
}

/** How wrong each window was before its update. */
export function LossPanel() {
  const say = useSay()
  const mean = useAppState((state) => programShown(state)?.showsRunningMean ?? false)
  const scaled = useAppState(isLossScaled)
  // A run has one after its first evaluation, and from then on.
  const haunted = useAppState((state) => state.ghost !== null)
  const validated = useAppState((state) => (state.run?.best ?? null) !== null)
  const passed = useIsPassMarked()
  const { canvas, reading } = useReadChart(createLossChart, readingWords, newestWords)
  return (
    <section className="card loss" aria-label={say('stage.loss')}>
      <div className="card-head">
        <h2 className="card-title" title={say(scaled ? 'stage.lossOfScaled' : 'stage.lossExplained')}>
          {say('stage.loss')}
        </h2>
        {(mean || validated || passed || haunted) && (
          <div className="legend" data-testid="loss-legend">
            {mean && <LegendKey line="mean-loss">{say('stage.meanSoFar')}</LegendKey>}
            {validated && <LegendKey line="loss">{say('stage.trainingLoss')}</LegendKey>}
            {validated && <LegendKey line="validation">{say('stage.validationLoss')}</LegendKey>}
            {validated && <LegendKey line="best">{say('stage.best')}</LegendKey>}
            {passed && <LegendKey line="passed">{say('stage.rivalPassed')}</LegendKey>}
            <GhostToggle of="losses" />
          </div>
        )}
        <div className="card-actions">
          <RivalToggle />
          <NormToggle />
          <ScaleToggle />
          <ExportMenu label={say('stage.loss')} />
        </div>
      </div>
      <FuturesLine />
      <OverlayLegend />
      <p ref={reading} className="reading" data-testid="loss-reading">
        {say('charts.lossHint')}
      </p>
      <div className="chart-place">
        <ChartSlider
          canvas={canvas}
          testId="loss-chart"
          label={say('charts.lossPicture')}
          keys={say('charts.lossKeys')}
          kind="pressable"
        />
      </div>
    </section>
  )
}
