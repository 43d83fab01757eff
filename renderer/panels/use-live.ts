import { type Say, sayIn } from '@contract/language/say'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useWorld } from '../app-world'
import type { AppState } from '../store/state/app-state'

/** Milliseconds from one number to the next while a run trains: faster nobody reads, and each costs the training some of its time. */
const READABLE = 66

/**
 * Draws numbers that change with every batch of updates into an element, in the language of the moment and without rendering
 * React: at once, but while a run trains some fifteen times a second where nothing but its progress has changed. `draw` must
 * stand outside the component, or be made by useCallback.
 */
export function useLive<E extends HTMLElement>(
  draw: (element: E, state: AppState, say: Say) => void,
): RefObject<E | null> {
  const { store, scheduler } = useWorld()
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    let drawn: AppState | null = null
    let drawnAt = Number.NEGATIVE_INFINITY
    const drawNow = () => {
      const state = store.getState()
      const now = scheduler.now()
      if (drawn && now - drawnAt < READABLE && isProgressAlone(drawn, state)) return true
      drawn = state
      drawnAt = now
      if (ref.current) draw(ref.current, state, sayIn(state.language))
      return false
    }
    drawNow()
    const drawer = scheduler.add(drawNow)
    const end = store.subscribe(drawer.request)
    return () => {
      end()
      drawer.remove()
    }
  }, [draw, store, scheduler])
  return ref
}

/** Whether a run has gone on and nothing else has happened: a number that comes a little later is soon the next one. */
function isProgressAlone(before: AppState, state: AppState): boolean {
  if (state.run?.phase !== 'training') return false
  return (Object.keys(state) as (keyof AppState)[]).every(
    (name) => name === 'progress' || state[name] === before[name],
  )
}

/** Writes a text only when it is another one: a screen reader and the layout need not look at it again. */
export function writeText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}
