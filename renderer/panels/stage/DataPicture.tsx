import { useMemo } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { createDataChart } from '../../charts/data-chart'
import { formatCount } from '../../store/format'
import { LegendKey } from './LegendKey'
import { useChart } from './use-chart'

/** The lesson's first picture: what is to be learned. */
export function DataPicture() {
  const world = useWorld()
  const data = useAppState((state) => state.data)
  const make = useMemo(
    () => (data ? (canvas: HTMLCanvasElement) => createDataChart(canvas, data, world) : null),
    [data, world],
  )
  const canvas = useChart(make)
  return (
    <section className="card data" aria-label="The data" data-testid="data-picture">
      <div className="card-head">
        <h2 className="card-title">The data</h2>
        {data && (
          <div className="legend">
            <LegendKey line="target">{data.targetLabel}</LegendKey>
            <LegendKey line="input">{data.inputLabel}</LegendKey>
          </div>
        )}
      </div>
      <div className="chart-place">
        <canvas
          ref={canvas}
          role="img"
          aria-label={
            data
              ? `${data.targetLabel} and ${data.inputLabel}: ${formatCount(data.times.length)} points over t from 0 to 2π`
              : 'The data is not there yet'
          }
        />
      </div>
      <p className="card-note">
        At every time step t the network is told sin&nbsp;t and must say cos&nbsp;t. One value of the sine
        fits two values of the cosine, so it has to remember where it comes from: that is what its hidden
        state is for.
      </p>
    </section>
  )
}
