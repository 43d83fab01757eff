import { type Say, sayIn } from '@contract/language/say'
import { useCallback, useMemo, useRef } from 'react'
import { useSay, useWorld } from '../../app-world'
import { createPeriodChart } from '../../charts/period-chart'
import type { AppState } from '../../store/state/app-state'
import { writeText } from '../use-live'
import { useCanvasLabel } from './chart/use-canvas-label'
import { useChart } from './chart/use-chart'

/** The windows up to what is looked at, laid over each other: the eye sees the curve settle. */
export function PeriodPanel() {
  const say = useSay()
  const world = useWorld()
  const aside = useRef<HTMLSpanElement>(null)
  const words = useRef('')
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) =>
      createPeriodChart(canvas, {
        world,
        looking: world.looking,
        tell: (drawn) => {
          words.current = sayIn(world.store.getState().language)('charts.drawnWindows', drawn)
          if (aside.current) writeText(aside.current, words.current)
        },
      }),
    [world],
  )
  const canvas = useChart(make)
  useCanvasLabel(
    useCallback(
      (_: AppState, say: Say) => {
        const label = say('charts.periodPictureOf', { windows: words.current })
        canvas.current?.setAttribute('aria-label', label)
      },
      [canvas],
    ),
  )
  return (
    <section className="card period" aria-label={say('stage.onePeriod')}>
      <div className="card-head">
        <h2 className="card-title">{say('stage.onePeriod')}</h2>
        <span ref={aside} className="card-aside" data-testid="period-updates" />
      </div>
      <div className="chart-place">
        <canvas ref={canvas} role="img" aria-label={say('charts.periodPicture')} data-testid="period-chart" />
      </div>
    </section>
  )
}
