import { counted } from '@contract/words'
import { useAppState } from '../../../app-world'
import { createPredictionChart, type PredictionReading } from '../../../charts/prediction-chart'
import { comparableWith } from '../../../store/selectors/reference-selectors'
import { configInForce } from '../../../store/selectors/selectors'
import type { AppState } from '../../../store/state/app-state'
import { formatCount, formatLoss, formatTimes, formatValue } from '../../../store/words/format'
import { useLive, writeText } from '../../use-live'
import { useReadChart } from '../chart/use-read-chart'
import { PredictionLegend } from './PredictionLegend'
import { ReferenceComparison } from './ReferenceComparison'
import { ViewButtons } from './ViewButtons'

const HINT = 'Wheel to zoom, drag to scroll, point to read'

function readingWords(reading: PredictionReading | null): string {
  if (!reading) return HINT
  const { update, time, target, prediction } = reading
  return `update ${formatCount(update)}   t = ${formatTimes(time)}   target ${formatValue(target)}   prediction ${formatValue(prediction)}`
}

function newestWords({ progress }: AppState): string {
  return `${counted(progress.updatesDone, 'update')}, loss ${formatLoss(progress.loss)}`
}

/** The newest window's length, for runs whose windows differ in it. */
function drawLength(element: HTMLElement, { progress }: AppState) {
  const { windowLength } = progress
  writeText(element, windowLength === null ? '' : `window of ${counted(windowLength, 'time step')}`)
}

function WindowLength() {
  return <span ref={useLive<HTMLSpanElement>(drawLength)} data-testid="window-length" />
}

/** The picture that grows to the right while the network learns. */
export function PredictionPanel() {
  const differing = useAppState((state) => configInForce(state).data.span === 'random')
  const comparable = useAppState((state) => comparableWith(state) !== null)
  const { canvas, reading } = useReadChart(createPredictionChart, readingWords, newestWords)
  return (
    <section className="card prediction" aria-label="Prediction">
      <div className="card-head">
        <h2 className="card-title">Prediction</h2>
        <PredictionLegend />
        <ViewButtons />
      </div>
      <div className="reading-row">
        <p ref={reading} className="reading" data-testid="prediction-reading">
          {HINT}
        </p>
        {differing && <WindowLength />}
        {comparable && <ReferenceComparison />}
      </div>
      <div className="chart-place">
        <p id="prediction-keys" className="visually-hidden">
          Arrow keys read one time step after the other, Page Up and Page Down go from window to window, Home
          and End to the first and the newest. Enter marks the update. Shift with an arrow key scrolls, plus
          and minus zoom, F follows the newest window, 0 shows all.
        </p>
        <canvas
          ref={canvas}
          role="slider"
          tabIndex={0}
          aria-label="Target and prediction over time"
          aria-describedby="prediction-keys"
          aria-valuenow={0}
          className="navigable"
          data-testid="prediction-chart"
        />
      </div>
    </section>
  )
}
