import { useMemo, useRef } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { createLossChart, type LossReading } from '../../charts/loss-chart'
import type { AppState } from '../../store/app-state'
import { formatCount, formatLoss } from '../../store/format'
import { writeText } from '../use-live'
import { useCanvasLabel } from './use-canvas-label'
import { useChart } from './use-chart'

function readingWords(reading: LossReading | null): string {
  return reading ? `update ${formatCount(reading.update)}   loss ${formatLoss(reading.loss)}` : ''
}

function label({ progress }: AppState): string {
  return `Loss of every update. Update ${formatCount(progress.updatesDone)}: ${formatLoss(progress.loss)}`
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

/** How wrong each window was before its update. */
export function LossPanel() {
  const world = useWorld()
  const reading = useRef<HTMLSpanElement>(null)
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) =>
      createLossChart(canvas, {
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
    <section className="card loss" aria-label="Loss">
      <div className="card-head">
        <h2 className="card-title" title="Mean squared error of each window, before its update">
          Loss
        </h2>
        <span ref={reading} className="reading" data-testid="loss-reading" />
        <div className="card-actions">
          <ScaleToggle />
        </div>
      </div>
      <div className="chart-place">
        <canvas ref={canvas} role="img" className="pressable" data-testid="loss-chart" />
      </div>
    </section>
  )
}
