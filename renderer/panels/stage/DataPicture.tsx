import { counted } from '@contract/words'
import { useMemo } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { createDataChart } from '../../charts/data-chart'
import { LegendKey } from './chart/LegendKey'
import { useChart } from './chart/use-chart'

/** The button that brings the curves back. */
export const BACK_TO_CURVES = 'back-to-curves'

/** The way back, where the curves have given place to what explains them. */
function BackToCurves() {
  const { store } = useWorld()
  const hasCurves = useAppState((state) => state.hasCurves)
  if (!hasCurves) return null
  return (
    <div className="card-actions">
      <button
        type="button"
        id={BACK_TO_CURVES}
        className="button small"
        data-testid="back-to-curves"
        onClick={() => store.getState().explain(false)}
      >
        Back to the curves
      </button>
    </div>
  )
}

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
        <BackToCurves />
      </div>
      <div className="chart-place">
        <canvas
          ref={canvas}
          role="img"
          aria-label={
            data
              ? `${data.targetLabel} and ${data.inputLabel}: ${counted(data.times.length, 'point')} over t from 0 to 2π`
              : 'The data is not there yet'
          }
        />
      </div>
      <p className="card-note">
        At each time step t the network sees sin&nbsp;t and must predict cos&nbsp;t. The same sine value
        occurs twice in a period, with two different cosines. To know which, the network must remember what
        came before: that memory is the hidden state.
      </p>
    </section>
  )
}
