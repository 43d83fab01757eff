import { useId, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { isMomentAmiss } from '../../store/selectors/moments'
import { ONE_LINE_RAIL, useMedia } from '../use-media'
import { MomentLine } from './MomentLine'
import { RailFlags } from './RailFlags'
import { RAIL_SLIDER, RailSlider } from './RailSlider'
import { UpdateField } from './UpdateField'

/** The way back to the newest update. */
function BackToNow() {
  const say = useSay()
  const { store } = useWorld()
  return (
    <button
      type="button"
      className="button small"
      data-testid="back-to-now"
      title={say('rail.backExplained')}
      onClick={() => {
        store.getState().goTo(null)
        // The button goes, and leaves the focus where it came from.
        document.getElementById(RAIL_SLIDER)?.focus()
      }}
    >
      {say('rail.backToNow')}
    </button>
  )
}

/** The rail while there is one. In a low or narrow window it is one line, unless something of an update is amiss. */
function ShownRail() {
  const say = useSay()
  const { history } = useWorld()
  const past = useAppState((state) => state.marked !== null)
  const amiss = useAppState((state) => isMomentAmiss(state, history))
  const oneLine = useMedia(ONE_LINE_RAIL)
  const [open, setOpen] = useState(false)
  const about = useId()
  return (
    <section className="rail" aria-label={say('rail.title')} data-testid="rail">
      <div id={about} hidden={!past || (oneLine && !open && !amiss)}>
        {past && <MomentLine />}
      </div>
      <div className="rail-row">
        <div className="rail-track">
          <RailSlider />
          <RailFlags />
        </div>
        <UpdateField />
        {past && oneLine && (
          <button
            type="button"
            className="button small"
            aria-expanded={open || amiss}
            aria-controls={about}
            title={say('rail.aboutExplained')}
            data-testid="about-update"
            onClick={() => setOpen(!open)}
          >
            {say('rail.about')}
          </button>
        )}
        {past && <BackToNow />}
      </div>
    </section>
  )
}

/** Leads to any update of the run and back, as soon as there are two of them. */
export function Rail() {
  const { history } = useWorld()
  const shown = useAppState((state) => state.hasCurves && (history.updates > 1 || state.marked !== null))
  return shown ? <ShownRail /> : null
}
