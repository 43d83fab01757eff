import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useAppState, useSay, useWorld } from '../../app-world'
import { isModalOpen } from '../../commands/modal'
import { CloseIcon } from '../icons'
import { TOUR_STEPS, type TourStep } from './tour-steps'
import { useTourTarget } from './use-tour-target'

/**
 * A few words beside one control after the other. It asks to press them, so everything under it goes on working, the
 * menu and its keys too. A real dialog over it has all keys, Escape among them, and the tour waits until that is closed.
 */
export function Tour() {
  const number = useAppState((state) => state.tourStep)
  const step = number === null ? undefined : TOUR_STEPS[number]
  return step && number !== null ? <Stop step={step} number={number} /> : null
}

/** Escape closes the tour wherever the focus is, unless it means something there. */
function useEscape(close: () => void) {
  useEffect(() => {
    const onKeyDown = ({ key, target }: globalThis.KeyboardEvent) => {
      const taken = isModalOpen() || (target instanceof Element && target.closest('input, select') !== null)
      if (key === 'Escape' && !taken) close()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [close])
}

/** Takes the focus when the tour opens, and gives it back when it closes while it still has it. */
function useFocus() {
  const next = useRef<HTMLButtonElement>(null)
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const own = card.current
    next.current?.focus()
    return () => {
      if (!own?.contains(document.activeElement)) return
      const back = before instanceof HTMLElement && before !== document.body ? before : null
      // Start cannot have it while TensorFlow is loading.
      const start = document.querySelector<HTMLButtonElement>('.transport .primary')
      const first = start?.disabled ? document.getElementById('preset') : start
      ;(back?.isConnected ? back : first)?.focus()
    }
  }, [])
  return { next, card }
}

function Stop({ step, number }: { readonly step: TourStep; readonly number: number }) {
  const say = useSay()
  const { commands, store } = useWorld()
  const { next, card } = useFocus()
  // The first curves put other cards in the stage.
  useTourTarget(
    step.target,
    useAppState((state) => state.hasCurves),
  )
  useEscape(commands.endTour)
  const last = number === TOUR_STEPS.length - 1

  function move(by: 1 | -1) {
    if (number + by < 0) return
    if (number + by < TOUR_STEPS.length) store.getState().goToTourStep(number + by)
    else void commands.endTour()
  }

  function onKeyDown(event: KeyboardEvent) {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (by === null || (by === 1 && last)) return
    event.preventDefault()
    move(by)
  }

  return (
    <div
      ref={card}
      className="tour"
      role="dialog"
      aria-labelledby="tour-title"
      aria-describedby="tour-text"
      data-testid="tour"
      data-place={step.place}
      onKeyDown={onKeyDown}
    >
      <div aria-live="polite">
        <h2 id="tour-title" className="card-title">
          {say(step.title)}
        </h2>
        <p id="tour-text" className="tour-text">
          {say(step.words)}
        </p>
      </div>
      <div className="tour-foot">
        <span className="tour-count">
          {say('tour.place', { stop: number + 1, stops: TOUR_STEPS.length })}
        </span>
        {number > 0 && (
          <button type="button" className="button small" data-testid="tour-back" onClick={() => move(-1)}>
            {say('tour.back')}
          </button>
        )}
        <button
          ref={next}
          type="button"
          className="button small primary"
          data-testid="tour-next"
          onClick={() => move(1)}
        >
          {say(last ? 'tour.done' : 'tour.next')}
        </button>
      </div>
      <button
        type="button"
        className="button quiet icon-only tour-close"
        aria-label={say('tour.close')}
        data-testid="tour-close"
        onClick={() => void commands.endTour()}
      >
        <CloseIcon />
      </button>
    </div>
  )
}
