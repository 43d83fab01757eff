import { useAppState, useWorld } from '../../../app-world'
import { LegendKey } from '../chart/LegendKey'

/** The lines of the prediction chart, and those that can be added. */
export function PredictionLegend() {
  const { store } = useWorld()
  const data = useAppState((state) => state.data)
  const showInput = useAppState((state) => state.showInput)
  return (
    <div className="legend">
      <LegendKey line="target">{data?.targetLabel ?? 'target'}</LegendKey>
      <LegendKey line="prediction">prediction</LegendKey>
      <label className="legend-toggle">
        <input
          type="checkbox"
          data-testid="toggle-input"
          checked={showInput}
          onChange={() => store.getState().toggleInput()}
        />
        <LegendKey line="input">{data?.inputLabel ?? 'input'}</LegendKey>
      </label>
    </div>
  )
}
