import { useAppState, useSay, useWorld } from '../../../app-world'
import { LegendKey } from '../chart/LegendKey'

/** The lines of the prediction chart, and those that can be added. */
export function PredictionLegend() {
  const say = useSay()
  const { store } = useWorld()
  const data = useAppState((state) => state.data)
  const showInput = useAppState((state) => state.showInput)
  return (
    <div className="legend">
      <LegendKey line="target">{data ? say(data.targetLabel) : say('stage.target')}</LegendKey>
      <LegendKey line="prediction">{say('stage.prediction')}</LegendKey>
      <label className="legend-toggle">
        <input
          type="checkbox"
          data-testid="toggle-input"
          checked={showInput}
          onChange={() => store.getState().toggleInput()}
        />
        <LegendKey line="input">{data ? say(data.inputLabel) : say('stage.input')}</LegendKey>
      </label>
    </div>
  )
}
