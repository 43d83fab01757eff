import { counted } from '@contract/words'
import { useMemo } from 'react'
import { useWorld } from '../../app-world'
import { createPeriodChart } from '../../charts/period-chart'
import type { AppState } from '../../store/app-state'
import { useCanvasLabel } from './use-canvas-label'
import { useChart } from './use-chart'

function label({ progress }: AppState): string {
  return `The newest predictions laid over one period of the target, after ${counted(progress.updatesDone, 'update')}`
}

/** The newest windows laid over each other: the eye sees the curve settle. */
export function PeriodPanel() {
  const world = useWorld()
  const make = useMemo(() => (canvas: HTMLCanvasElement) => createPeriodChart(canvas, world), [world])
  const canvas = useChart(make)
  useCanvasLabel(canvas, label)
  return (
    <section className="card period" aria-label="One period">
      <div className="card-head">
        <h2 className="card-title">One period</h2>
        <span className="card-aside">older windows fade</span>
      </div>
      <div className="chart-place">
        <canvas ref={canvas} role="img" data-testid="period-chart" />
      </div>
    </section>
  )
}
