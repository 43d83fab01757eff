import { useId, useState } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { isMomentAmiss } from '../../store/selectors/moments'
import { canTrain } from '../../store/selectors/selectors'
import { START_PAUSE } from '../transport/Transport'
import { ONE_LINE_RAIL, useMedia } from '../use-media'
import { MomentLine } from './MomentLine'
import { PlannedLine } from './PlannedLine'
import { RailFlags } from './RailFlags'
import { RAIL_SLIDER, RailSlider } from './RailSlider'
import { UpdateField } from './UpdateField'

/** The way back to the newest update. */
function BackToNow({ past }: { readonly past: boolean }) {
  const say = useSay()
  const { store } = useWorld()
  return (
    <button
      type="button"
      className="button small"
      data-testid="back-to-now"
      disabled={!past}
      title={say('rail.backExplained')}
      onClick={() => {
        store.getState().goTo(null)
        // A button that cannot be pressed any more loses the focus.
        document.getElementById(RAIL_SLIDER)?.focus()
      }}
    >
      {say('rail.backToNow')}
    </button>
  )
}

/** Opens a run that goes on from the update that is looked at. */
function GoOn({ past }: { readonly past: boolean }) {
  const say = useSay()
  const { commands } = useWorld()
  const enabled = useAppState(canTrain)
  const goOn = async () => {
    await commands.goOnFromHere()
    // Of the run that was opened it is now, and it is at rest.
    if (document.activeElement === document.body) document.getElementById(START_PAUSE)?.focus()
  }
  return (
    <button
      type="button"
      className="button small"
      data-testid="go-on-from-here"
      title={say('rail.goOnExplained')}
      disabled={!past || !enabled}
      onClick={() => void goOn()}
    >
      {say('rail.goOn')}
    </button>
  )
}

/**
 * The rail while there is one. Its buttons are always there, so that the track stays as it is under a hand. In a low or narrow window it is one line, unless something of an update is amiss.
 */
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
      <PlannedLine />
      <div className="rail-row">
        <div className="rail-track">
          <RailSlider />
          <RailFlags />
        </div>
        <UpdateField />
        {oneLine && (
          <button
            type="button"
            className="button small"
            disabled={!past}
            aria-expanded={past && (open || amiss)}
            aria-controls={about}
            title={say('rail.aboutExplained')}
            data-testid="about-update"
            onClick={() => setOpen(!open)}
          >
            {say('rail.about')}
          </button>
        )}
        <GoOn past={past} />
        <BackToNow past={past} />
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
