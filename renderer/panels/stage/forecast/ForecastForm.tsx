import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { type ForecastFrom, MAX_FORECAST_STEPS } from '@contract/run/forecast'
import { type FormEvent, useState } from 'react'
import { useSay, useWorld } from '../../../app-world'

/** What is typed, as it is asked for. Rows are counted from 1 for a person. */
function parsed(row: string, ahead: string): Result<ForecastFrom> {
  const [origin, steps] = [Number(row.trim() || Number.NaN), Number(ahead.trim() || Number.NaN)]
  if (!Number.isSafeInteger(origin) || origin < 1)
    return fail('invalid-setting', text('forecast.badOrigin', { given: row }))
  if (!Number.isSafeInteger(steps) || steps < 1 || steps > MAX_FORECAST_STEPS)
    return fail('invalid-setting', text('forecast.badSteps', { given: ahead, most: MAX_FORECAST_STEPS }))
  return ok({ origin: origin - 1, steps })
}

/** Where a forecast begins and how far it goes. */
export function ForecastForm(props: { readonly from: ForecastFrom; readonly busy: boolean }) {
  const say = useSay()
  const { commands } = useWorld()
  const [row, setRow] = useState(String(props.from.origin + 1))
  const [ahead, setAhead] = useState(String(props.from.steps))
  const [problem, setProblem] = useState<Text | null>(null)
  function submit(event: FormEvent) {
    event.preventDefault()
    const from = parsed(row, ahead)
    setProblem(from.ok ? null : from.error.text)
    if (from.ok) void commands.forecastFrom(from.value)
  }
  return (
    <form className="forecast-form" onSubmit={submit}>
      <label>
        {say('forecast.origin')}{' '}
        <input
          className="number small"
          inputMode="numeric"
          data-testid="forecast-origin"
          value={row}
          onChange={(event) => setRow(event.target.value)}
        />
      </label>
      <label>
        {say('forecast.steps')}{' '}
        <input
          className="number small"
          inputMode="numeric"
          data-testid="forecast-steps"
          value={ahead}
          onChange={(event) => setAhead(event.target.value)}
        />
      </label>
      <button type="submit" className="button small" data-testid="forecast-again" disabled={props.busy}>
        {say(props.busy ? 'forecast.making' : 'forecast.make')}
      </button>
      {problem && (
        <p className="problem" role="alert" data-testid="forecast-form-problem">
          {say(problem)}
        </p>
      )}
    </form>
  )
}
