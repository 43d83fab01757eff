import { RIVAL_LABELS } from '@contract/data/scores'
import type { OutputForecast } from '@contract/run/forecast'
import { useState } from 'react'
import { useAppState, useSay } from '../../../app-world'
import { timeText } from '../../../store/words/axis-words'
import { inSixDigits } from '../../../store/words/format'

/** The forecast in numbers, made when it is opened: for who cannot see the picture, or wants to copy it. */
export function ForecastTable(props: { readonly origin: number; readonly output: OutputForecast }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  return (
    <details className="forecast-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-testid="forecast-as-table">{say('forecast.numbers')}</summary>
      {open && <Rows {...props} />}
    </details>
  )
}

function Rows({ origin, output }: { readonly origin: number; readonly output: OutputForecast }) {
  const say = useSay()
  const times = useAppState((state) => state.description?.facts.times)
  const columns = [
    { label: say('stage.target'), values: output.truth },
    { label: say('forecast.closedLoop'), values: output.closedLoop },
    { label: say('forecast.teacherForced'), values: output.teacherForced },
    ...output.rivals.map(({ name, values }) => ({ label: say(RIVAL_LABELS[name]), values })),
  ]
  const cell = (value: number | undefined) => {
    const shown = inSixDigits(value ?? Number.NaN)
    return shown === null ? say('forecast.missing') : say('charts.number', { value: shown })
  }
  return (
    <table className="figure-table" data-testid="forecast-table">
      <thead>
        <tr>
          <th scope="col">{say('forecast.row')}</th>
          {columns.map(({ label }) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...output.closedLoop.keys()].map((index) => {
          const row = origin + 1 + index
          const time = times ? timeText(times, row) : null
          return (
            <tr key={row}>
              <th scope="row">{time === null ? say('charts.number', { value: row + 1 }) : say(time)}</th>
              {columns.map(({ label, values }) => (
                <td key={label}>{cell(values[index])}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
