import type { Say } from '@contract/language/say'
import { text } from '@contract/language/texts'
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useId } from 'react'
import { useSay, useWorld } from '../../app-world'
import type { History } from '../../store/curves/history'
import { recordedLoss } from '../../store/selectors/moments'
import type { AppState } from '../../store/state/app-state'
import { useLive } from '../use-live'
import { followingDrag } from './rail-drag'
import { createWheelCount, type Ends, placeOfKey, placeWithin } from './rail-keys'
import { railEnds, updateAt } from './rail-place'

/** The rail's slider, which has the focus after a button of the rail has gone. */
export const RAIL_SLIDER = 'rail-slider'

function endsOf({ firstUpdate: first, lastUpdate: last }: History): Ends {
  return { first, last }
}

function valueWords(state: AppState, history: History, say: Say): string {
  const { lastUpdate: last } = history
  const update = state.marked ?? last
  const loss = text('figures.loss', { value: recordedLoss(history, update) })
  return state.marked === null ? say('rail.now', { last, loss }) : say('rail.at', { update, last, loss })
}

/** The track with its thumb: drag, wheel and keys go to an update. */
export function RailSlider() {
  const say = useSay()
  const { store, history } = useWorld()
  const keys = useId()
  const draw = useCallback(
    (slider: HTMLDivElement, state: AppState, say: Say) => {
      const { first, last } = endsOf(history)
      const at = state.marked ?? last
      // The flags beside it stand by the same numbers.
      const place = slider.parentElement?.style
      const { last: end } = railEnds(history, state.run?.planned)
      place?.setProperty('--first', String(first))
      place?.setProperty('--reach', String(Math.max(1, end - first)))
      // A single update stands at the end.
      slider.style.setProperty('--at', String(end === first ? first + 1 : at))
      slider.style.setProperty('--made', String(end === first ? first + 1 : last))
      slider.dataset.past = String(state.marked !== null)
      slider.setAttribute('aria-valuemin', String(first))
      slider.setAttribute('aria-valuemax', String(last))
      slider.setAttribute('aria-valuenow', String(at))
      slider.setAttribute('aria-valuetext', valueWords(state, history, say))
    },
    [history],
  )
  const slider = useLive<HTMLDivElement>(draw)

  const goTo = useCallback((place: number | null) => store.getState().goTo(place), [store])

  useEffect(() => {
    const element = slider.current
    const count = createWheelCount()
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const way = count(event)
      const ends = endsOf(history)
      if (way !== 0) goTo(placeWithin((store.getState().marked ?? ends.last) + way, ends))
    }
    // React's own would be told too late to keep the page from scrolling.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [slider, history, store, goTo])

  function follow({ currentTarget, clientX }: PointerEvent<HTMLDivElement>) {
    const ends = endsOf(history)
    const whole = railEnds(history, store.getState().run?.planned)
    goTo(placeWithin(updateAt(currentTarget.getBoundingClientRect(), clientX, whole), ends))
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const { marked } = store.getState()
    // What is not looked at cannot be left: the key may mean something elsewhere.
    if (event.key === 'Escape' && marked === null) return
    const ends = endsOf(history)
    const place = placeOfKey(event, marked ?? ends.last, ends)
    if (place === undefined) return
    event.preventDefault()
    goTo(place)
  }

  return (
    <>
      <p id={keys} className="visually-hidden">
        {say('rail.keys')}
      </p>
      <div
        ref={slider}
        id={RAIL_SLIDER}
        className="rail-slider"
        role="slider"
        tabIndex={0}
        aria-label={say('rail.title')}
        aria-describedby={keys}
        aria-valuenow={0}
        data-testid="rail-slider"
        onKeyDown={onKeyDown}
        {...followingDrag(follow)}
      >
        <span className="rail-thumb" aria-hidden="true" />
      </div>
    </>
  )
}
