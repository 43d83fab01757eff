import { curveFromStrokes } from '@contract/data/drawn-curve'
import { text } from '@contract/language/texts'
import { useMemo } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import { OptionSelect } from '../OptionSelect'
import type { Option } from '../table-words'
import { DrawingPad } from './DrawingPad'
import { PointSliders } from './PointSliders'

/** Lengths that a drawn curve can have, in time steps. */
const LENGTHS = [200, 500, 1000, 2000].map(
  (timeSteps): Option<number> => [timeSteps, text('openData.lengthOf', { timeSteps })],
)

/** A curve that a person draws with the pointer, or by the points of it that keys can move. */
export function DrawForm() {
  const { store } = useWorld()
  const say = useSay()
  const { strokes, timeSteps } = useAppState((state) => state.drawing)
  const curve = useMemo(() => curveFromStrokes(strokes, timeSteps), [strokes, timeSteps])
  const { draw } = store.getState()
  const isEmpty = strokes.length === 0
  return (
    <div className="draw">
      <p>{say('openData.drawExplained')}</p>
      <DrawingPad curve={curve} />
      <div className="draw-tools">
        <button
          type="button"
          className="button"
          data-testid="undo-stroke"
          disabled={isEmpty}
          onClick={() => draw({ strokes: strokes.slice(0, -1), movedPoint: null })}
        >
          {say('openData.undoStroke')}
        </button>
        <button
          type="button"
          className="button"
          data-testid="clear-drawing"
          disabled={isEmpty}
          onClick={() => draw({ strokes: [], movedPoint: null })}
        >
          {say('openData.clear')}
        </button>
        <OptionSelect
          id="draw-length"
          label={say('openData.length')}
          options={LENGTHS}
          value={timeSteps}
          onChoose={(chosen) => draw({ timeSteps: chosen })}
        />
        <p className="data-soft" data-testid="drawing-words" role="status">
          {say('openData.drawing', { timeSteps, strokes: strokes.length })}
        </p>
      </div>
      <details className="draw-keys">
        <summary>{say('openData.byKeys')}</summary>
        <PointSliders curve={curve} />
      </details>
    </div>
  )
}
