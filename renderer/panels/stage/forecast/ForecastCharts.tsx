import type { Forecast, OutputForecast } from '@contract/run/forecast'
import { useMemo } from 'react'
import { useSay, useWorld } from '../../../app-world'
import { createForecastChart } from '../../../charts/forecast-chart'
import { createHorizonChart } from '../../../charts/horizon-chart'
import { ExportMenu } from '../chart/ExportMenu'
import { useChart } from '../chart/use-chart'

/** What comes after the origin, and how the error grows with the distance. */
export function ForecastCharts(props: { readonly forecast: Forecast; readonly output: OutputForecast }) {
  const say = useSay()
  const world = useWorld()
  const { forecast, output } = props
  const { origin, origins, update } = forecast
  const line = useChart(
    useMemo(
      () => (canvas: HTMLCanvasElement) => createForecastChart(canvas, { world, origin, output, update }),
      [world, origin, output, update],
    ),
  )
  const growth = useChart(
    useMemo(
      () => (canvas: HTMLCanvasElement) => createHorizonChart(canvas, { world, output, update }),
      [world, output, update],
    ),
  )
  const { rmse } = output.errors.network
  const known = [...rmse.keys()].filter((index) => Number.isFinite(rmse[index]))
  const [first, last] = [known[0], known.at(-1)]
  const steps = output.closedLoop.length
  return (
    <div className="forecast-charts">
      <div className="chart-place">
        <canvas
          ref={line}
          role="img"
          aria-label={say('forecast.picture', { steps, name: output.name })}
          data-testid="forecast-chart"
        />
      </div>
      <div className="horizon">
        <div className="card-head">
          <h3>{say('forecast.errors')}</h3>
          {first !== undefined && <ExportMenu of={growth} label={say('forecast.errors')} />}
        </div>
        <p className="explained" data-testid="forecast-origins">
          {origins === 0 ? say('forecast.noOrigins') : say('forecast.origins', { origins })}
        </p>
        <div className="chart-place" hidden={first === undefined}>
          <canvas
            ref={growth}
            role="img"
            aria-label={
              first === undefined || last === undefined
                ? say('forecast.noOrigins')
                : say('forecast.errorPicture', {
                    ...{ steps: last + 1, first: rmse[first] ?? 0, last: rmse[last] ?? 0 },
                  })
            }
            data-testid="horizon-chart"
          />
        </div>
      </div>
    </div>
  )
}
