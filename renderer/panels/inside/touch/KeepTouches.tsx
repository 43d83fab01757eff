import { useId } from 'react'
import { useAppState, useSay, useWorld } from '../../../app-world'
import {
  carriesIntoTouched,
  mayTouch,
  partedTouches,
  touchedUpdate,
} from '../../../store/selectors/inside/touching'
import { START_PAUSE } from '../../transport/Transport'
import { type Touchable, touchText } from './touch-words'

/** Makes a run of what is touched, and says before what of it no training can go on from, and why. */
export function KeepTouches({ touchable }: { readonly touchable: Touchable }) {
  const say = useSay()
  const { commands } = useWorld()
  const about = useId()
  const touches = useAppState((state) => state.touches)
  const carriesState = useAppState(carriesIntoTouched)
  const enabled = useAppState(mayTouch)
  const update = useAppState((state) => touchedUpdate(state)?.update ?? 0)
  if (touches.length === 0 || !enabled) return null
  const { kept, left } = partedTouches(touches, carriesState)
  const ofState = left.some(({ kind }) => kind === 'shifted' || kind === 'wiped')
  const ofPass = left.filter(({ kind }) => kind !== 'shifted' && kind !== 'wiped')

  async function keep() {
    await commands.keepTouches()
    // The button goes with the touches; Start is at hand.
    document.getElementById(START_PAUSE)?.focus()
  }

  return (
    <>
      <button
        type="button"
        className="button small"
        data-testid="keep-touches"
        disabled={kept.length === 0}
        aria-describedby={about}
        title={say('touch.keepExplained', { update })}
        onClick={() => void keep()}
      >
        {say('touch.keep')}
      </button>
      <div className="touch-kept card-aside" id={about} data-testid="touch-kept">
        {ofPass.length > 0 && (
          <p>{say('touch.keepLeft', { touches: ofPass.map((touch) => touchText(touch, touchable)) })}</p>
        )}
        {ofState && <p>{say('touch.keepNoState')}</p>}
        {kept.some(({ kind }) => kind === 'unit') && <p>{say('touch.keepSilenced')}</p>}
      </div>
    </>
  )
}
