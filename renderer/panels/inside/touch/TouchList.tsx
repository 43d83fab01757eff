import { useAppState, useSay, useWorld } from '../../../app-world'
import { placeOfTouch } from '../../../store/state/touch-state'
import { KeepTouches } from './KeepTouches'
import { type Touchable, touchText } from './touch-words'

/** All touches, each of which can be taken back, and all at once, which can be undone; or kept. */
export function TouchList({ touchable }: { readonly touchable: Touchable }) {
  const say = useSay()
  const { store } = useWorld()
  const touches = useAppState((state) => state.touches)
  const takenBack = useAppState((state) => state.touchesTakenBack)
  return (
    <>
      {touches.length === 0 && <p className="card-aside">{say('touch.none')}</p>}
      <ul className="touch-list" aria-label={say('touch.list')} data-testid="touch-list">
        {touches.map((touch) => {
          const words = touchText(touch, touchable)
          return (
            <li key={placeOfTouch(touch)}>
              <span>{say(words)}</span>
              <button
                type="button"
                className="button quiet small"
                aria-label={say('touch.takeBack', { touch: words })}
                onClick={() => store.getState().takeBackTouch(touch)}
              >
                ×
              </button>
            </li>
          )
        })}
      </ul>
      <div className="touch-acts">
        {touches.length > 0 && (
          <button
            type="button"
            className="button small"
            data-testid="take-touches-back"
            onClick={() => store.getState().takeBackTouches()}
          >
            {say('touch.takeAllBack')}
          </button>
        )}
        {takenBack.length > 0 && (
          <button
            type="button"
            className="button small"
            data-testid="bring-touches-back"
            onClick={() => store.getState().bringBackTouches()}
          >
            {say('touch.bringBack', { count: takenBack.length })}
          </button>
        )}
        <KeepTouches touchable={touchable} />
      </div>
    </>
  )
}
