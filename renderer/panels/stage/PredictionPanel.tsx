import { counted } from '@contract/words'
import { useMemo, useRef } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { createPredictionChart, type PredictionReading } from '../../charts/prediction-chart'
import type { AppState } from '../../store/app-state'
import { formatCount, formatTimes, formatValue } from '../../store/format'
import { comparableWith } from '../../store/reference-selectors'
import { configInForce } from '../../store/selectors'
import { FOLLOW, SHOW_ALL } from '../../store/viewport'
import { useLive, writeText } from '../use-live'
import { PredictionLegend } from './PredictionLegend'
import { ReferenceComparison } from './ReferenceComparison'
import { useCanvasLabel } from './use-canvas-label'
import { useChart } from './use-chart'

const HINT = 'Wheel to zoom, drag to scroll, point to read'

function readingWords(reading: PredictionReading | null): string {
  if (!reading) return HINT
  const { update, time, target, prediction } = reading
  return `update ${formatCount(update)}   t = ${formatTimes(time)}   target ${formatValue(target)}   prediction ${formatValue(prediction)}`
}

function label({ progress }: AppState): string {
  return `Target and prediction over time, ${counted(progress.updatesDone, 'update')}. Arrow keys scroll, plus and minus zoom, End follows the newest window, 0 shows all.`
}

function ViewButtons() {
  const { store } = useWorld()
  const kind = useAppState((state) => state.viewMode.kind)
  return (
    <div className="card-actions">
      {kind !== 'follow' && (
        <button
          type="button"
          className="button small"
          data-testid="follow-newest"
          onClick={() => store.getState().look(FOLLOW)}
        >
          Follow newest
        </button>
      )}
      <button
        type="button"
        className="button small"
        data-testid="show-all"
        disabled={kind === 'all'}
        onClick={() => store.getState().look(SHOW_ALL)}
      >
        Show all
      </button>
    </div>
  )
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
  const world = useWorld()
  const reading = useRef<HTMLParagraphElement>(null)
  const differing = useAppState((state) => configInForce(state).data.span === 'random')
  const comparable = useAppState((state) => comparableWith(state) !== null)
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) =>
      createPredictionChart(canvas, {
        world,
        shown: world.shown,
        read: (at) => {
          if (reading.current) writeText(reading.current, readingWords(at))
        },
      }),
    [world],
  )
  const canvas = useChart(make)
  useCanvasLabel(canvas, label)
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
        <canvas ref={canvas} role="img" tabIndex={0} className="navigable" data-testid="prediction-chart" />
      </div>
    </section>
  )
}
