import type { Say } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { useCallback, useMemo, useRef } from 'react'
import { useSay, useWorld } from '../../app-world'
import { createPeriodChart } from '../../charts/period-chart'
import { sayNow } from '../../charts/voice'
import type { AppState } from '../../store/state/app-state'
import { writeText } from '../use-live'
import { ExportMenu } from './chart/ExportMenu'
import { useCanvasLabel } from './chart/use-canvas-label'
import { useChart } from './chart/use-chart'

/** The windows up to what is looked at, laid over each other: the eye sees the curve settle. */
export function PeriodPanel() {
  const say = useSay()
  const world = useWorld()
  const aside = useRef<HTMLSpanElement>(null)
  const shown = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<Text>(null)
  const label = useCallback((_: AppState, say: Say) => {
    const windows = drawn.current
    if (windows) shown.current?.setAttribute('aria-label', say('charts.periodPictureOf', { windows }))
  }, [])
  const labelChanged = useCanvasLabel(label)
  const make = useMemo(
    () => (canvas: HTMLCanvasElement) => {
      shown.current = canvas
      return createPeriodChart(canvas, {
        world,
        looking: world.looking,
        tell: (windows) => {
          const isFirst = drawn.current === null
          drawn.current = text('charts.drawnWindows', windows)
          const say = sayNow(world)
          if (aside.current) writeText(aside.current, say(drawn.current))
          if (isFirst) label(world.store.getState(), say)
          else labelChanged()
        },
      })
    },
    [world, label, labelChanged],
  )
  const canvas = useChart(make)
  return (
    <section className="card period" aria-label={say('stage.onePeriod')}>
      <div className="card-head">
        <h2 className="card-title">{say('stage.onePeriod')}</h2>
        <span ref={aside} className="card-aside" data-testid="period-updates" />
        <ExportMenu label={say('stage.onePeriod')} />
      </div>
      <div className="chart-place">
        <canvas ref={canvas} role="img" aria-label={say('charts.periodPicture')} data-testid="period-chart" />
      </div>
    </section>
  )
}
