import { useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { createDataChart } from '../../charts/data-chart'
import { BackToCurves } from './BackToCurves'
import { ExportMenu } from './chart/ExportMenu'
import { LegendKey } from './chart/LegendKey'
import { useChart } from './chart/use-chart'

/** The lesson's first picture: what is to be learned. */
export function DataPicture() {
  const say = useSay()
  const world = useWorld()
  const data = useAppState((state) => state.data)
  const make = useMemo(
    () => (data ? (canvas: HTMLCanvasElement) => createDataChart(canvas, data, world) : null),
    [data, world],
  )
  const canvas = useChart(make)
  return (
    <section className="card data" aria-label={say('stage.data')} data-testid="data-picture">
      <div className="card-head">
        <h2 className="card-title">{say('stage.data')}</h2>
        {data && (
          <div className="legend">
            <LegendKey line="target">{say(data.targetLabel)}</LegendKey>
            <LegendKey line="input">{say(data.inputLabel)}</LegendKey>
          </div>
        )}
        <BackToCurves />
        <ExportMenu label={say('stage.data')} />
      </div>
      <div className="chart-place">
        <canvas
          ref={canvas}
          role="img"
          data-testid="data-chart"
          aria-label={
            data
              ? say('charts.dataPicture', {
                  target: data.targetLabel,
                  input: data.inputLabel,
                  points: data.times.length,
                })
              : say('charts.noDataYet')
          }
        />
      </div>
      <p className="card-note">{say('stage.dataExplained')}</p>
    </section>
  )
}
