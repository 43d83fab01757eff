import { useCallback, useMemo, useRef } from 'react'
import { useWorld } from '../../app-world'
import { createPeriodChart } from '../../charts/period-chart'
import { formatCount } from '../../store/words/format'
import { writeText } from '../use-live'
import { useCanvasLabel } from './chart/use-canvas-label'
import { useChart } from './chart/use-chart'

type Drawn = { readonly first: number; readonly last: number; readonly newest: number }

/** Which windows are drawn; those up to another update than the newest are named as such. */
export function drawnWords({ first, last, newest }: Drawn): string {
  const which =
    first === last
      ? `update ${formatCount(last)}`
      : `updates ${formatCount(first)} to ${formatCount(last)}, oldest faintest`
  return last === newest ? which : `${which} (looked at)`
}

/** The windows up to what is looked at, laid over each other: the eye sees the curve settle. */
export function PeriodPanel() {
  const world = useWorld()
  const aside = useRef<HTMLSpanElement>(null)
  const words = useRef('')
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) =>
      createPeriodChart(canvas, {
        world,
        looking: world.looking,
        tell: (drawn) => {
          words.current = drawnWords(drawn)
          if (aside.current) writeText(aside.current, words.current)
        },
      }),
    [world],
  )
  const canvas = useChart(make)
  useCanvasLabel(
    useCallback(() => {
      const label = `Predictions laid over one period of the target: ${words.current}`
      canvas.current?.setAttribute('aria-label', label)
    }, [canvas]),
  )
  return (
    <section className="card period" aria-label="One period">
      <div className="card-head">
        <h2 className="card-title">One period</h2>
        <span ref={aside} className="card-aside" data-testid="period-updates" />
      </div>
      <div className="chart-place">
        <canvas
          ref={canvas}
          role="img"
          aria-label="Predictions laid over one period of the target"
          data-testid="period-chart"
        />
      </div>
    </section>
  )
}
