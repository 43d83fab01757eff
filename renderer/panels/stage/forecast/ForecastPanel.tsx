import { useEffect, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { shownOutput } from '../../../store/state/shown-curves'
import { timeText } from '../../../store/words/axis-words'
import { ExportMenu } from '../chart/ExportMenu'
import { ForecastCharts } from './ForecastCharts'
import { ForecastForm } from './ForecastForm'
import { ForecastLegend } from './ForecastLegend'
import { ForecastTable } from './ForecastTable'

/** A forecast in closed loop, while it is asked for. */
export function ForecastPanel() {
  const say = useSay()
  const { store } = useWorld()
  const place = useRef<HTMLElement>(null)
  const stage = useAppState((state) => state.forecast)
  const shown = useAppState(shownOutput)
  const times = useAppState((state) => state.description?.facts.times)
  const isOpen = stage.kind === 'open'
  const isMade = isOpen && stage.made !== null
  useEffect(() => {
    // It is the last card, and grows when the forecast comes: in a low window it would be out of sight.
    if (isOpen) place.current?.scrollIntoView?.({ block: isMade ? 'start' : 'nearest' })
  }, [isOpen, isMade])
  if (stage.kind === 'closed') return null
  const { from, busy, made, problem } = stage
  const output = made?.outputs[shown]
  const time = made && times ? timeText(times, made.origin) : null
  return (
    <section
      ref={place}
      className="card forecast"
      aria-label={say('forecast.title')}
      data-testid="forecast-panel"
    >
      <div className="card-head">
        <h2 className="card-title">{say('forecast.title')}</h2>
        {output && <ForecastLegend rivals={output.rivals.map(({ name }) => name)} />}
        <div className="card-actions">
          <button
            type="button"
            className="button small"
            data-testid="forecast-close"
            onClick={() => store.getState().forecastMoved({ kind: 'closed' })}
          >
            {say('forecast.close')}
          </button>
          {output && <ExportMenu label={say('forecast.title')} />}
        </div>
      </div>
      <ForecastForm key={`${from.origin} ${from.steps}`} from={from} busy={busy} />
      <p className="reading" role="status" data-testid="forecast-said">
        {made ? say('forecast.made', { row: made.origin + 1, time, update: made.update }) : ''}
      </p>
      {made && made.lacking.length > 0 && (
        <p className="explained" data-testid="forecast-limited">
          {say('forecast.limited', { steps: made.steps, inputs: made.lacking })}
        </p>
      )}
      {problem && (
        <p className="problem" role="alert" data-testid="forecast-problem">
          {say(problem)}
        </p>
      )}
      {made && output && <ForecastCharts forecast={made} output={output} />}
      {made && output && <ForecastTable origin={made.origin} output={output} />}
    </section>
  )
}
