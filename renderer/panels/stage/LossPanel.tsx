import { useAppState, useWorld } from '../../app-world'
import { createLossChart, type LossReading } from '../../charts/loss-chart'
import { currentPreset } from '../../store/selectors/preset-selectors'
import type { AppState } from '../../store/state/app-state'
import { formatCount, formatLoss } from '../../store/words/format'
import { LegendKey } from './chart/LegendKey'
import { useReadChart } from './chart/use-read-chart'

const HINT = 'Hover for values; click to go to that update'

function readingWords(reading: LossReading | null): string {
  if (!reading) return HINT
  const { update, loss, meanLoss, gradientNorm } = reading
  const mean = meanLoss === null ? '' : `   mean so far ${formatLoss(meanLoss)}`
  const norm = gradientNorm === null ? '' : `   gradient norm ${formatLoss(gradientNorm)}`
  return `update ${formatCount(update)}   loss ${formatLoss(loss)}${mean}${norm}`
}

function newestWords({ progress }: AppState): string {
  return `update ${formatCount(progress.updatesDone)}, loss ${formatLoss(progress.loss)}`
}

function ScaleToggle() {
  const { store } = useWorld()
  const log = useAppState((state) => state.logLoss)
  return (
    <label className="check">
      <input
        type="checkbox"
        data-testid="toggle-log-loss"
        checked={log}
        onChange={() => store.getState().toggleLogLoss()}
      />
      logarithmic
    </label>
  )
}

function NormToggle() {
  const { store } = useWorld()
  const shown = useAppState((state) => state.showGradientNorm)
  return (
    <label className="check" title="Length of each gradient, before it was clipped; its axis is at the right">
      <input
        type="checkbox"
        data-testid="toggle-gradient-norm"
        checked={shown}
        onChange={() => store.getState().toggleGradientNorm()}
      />
      <LegendKey line="norm">gradient norm</LegendKey>
    </label>
  )
}

/** How wrong each window was before its update. */
export function LossPanel() {
  const mean = useAppState((state) => currentPreset(state).showsRunningMean)
  const { canvas, reading } = useReadChart(createLossChart, readingWords, newestWords)
  return (
    <section className="card loss" aria-label="Loss">
      <div className="card-head">
        <h2 className="card-title" title="Mean squared error of each window, before its update">
          Loss
        </h2>
        {mean && (
          <div className="legend">
            <LegendKey line="mean-loss">mean so far</LegendKey>
          </div>
        )}
        <div className="card-actions">
          <NormToggle />
          <ScaleToggle />
        </div>
      </div>
      <p ref={reading} className="reading" data-testid="loss-reading">
        {HINT}
      </p>
      <div className="chart-place">
        <p id="loss-keys" className="visually-hidden">
          Arrow keys read one update after the other, Page Up and Page Down ten, Home and End the first and
          the newest. Enter marks the update and shows its window.
        </p>
        <canvas
          ref={canvas}
          role="slider"
          tabIndex={0}
          aria-label="Loss of every update"
          aria-describedby="loss-keys"
          aria-valuenow={0}
          className="pressable"
          data-testid="loss-chart"
        />
      </div>
    </section>
  )
}
