import { useAppState, useSay, useWorld } from '../../../app-world'
import { isInputShown, shownOutput } from '../../../store/state/shown-curves'
import { GhostToggle } from '../chart/GhostToggle'
import { LegendKey } from '../chart/LegendKey'
import { WallToggle } from './WallToggle'

/** The lines of the prediction chart, and those that can be added to the windows of training. */
export function PredictionLegend({ ofPart }: { readonly ofPart: boolean }) {
  const say = useSay()
  const { store } = useWorld()
  const data = useAppState((state) => state.data)
  const facts = useAppState((state) => state.description?.facts)
  const output = useAppState(shownOutput)
  const showInput = useAppState(isInputShown)
  // The lesson's columns have words of their own; those of a series have the names that somebody gave them.
  const series = facts?.axis === 'time-steps' ? facts : null
  const lesson = series ? null : data
  return (
    <div className="legend">
      <LegendKey line="target">
        {(series && say('stage.targetNamed', { name: series.targets[output] ?? '' })) ??
          (lesson ? say(lesson.targetLabel) : say('stage.target'))}
      </LegendKey>
      <LegendKey line="prediction">{say('stage.prediction')}</LegendKey>
      {!ofPart && (
        <>
          <label className="legend-toggle">
            <input
              type="checkbox"
              data-testid="toggle-input"
              checked={showInput}
              onChange={() => store.getState().toggleInput()}
            />
            <LegendKey line="input">
              {(series && say('stage.inputNamed', { name: series.inputs[0] ?? '' })) ??
                (lesson ? say(lesson.inputLabel) : say('stage.input'))}
            </LegendKey>
          </label>
          <GhostToggle of="predictions" />
          <WallToggle />
        </>
      )}
    </div>
  )
}
