import { type Say, sayIn } from '@contract/language/say'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useWorld } from '../app-world'
import type { AppState } from '../store/state/app-state'

/**
 * Draws numbers that change with every batch of updates into an element, in the language of the moment and without rendering
 * React: at once, but as often as numbers can be read where nothing but the progress of a training has changed. `draw` must
 * stand outside the component, or be made by useCallback.
 */
export function useLive<E extends HTMLElement>(
  draw: (element: E, state: AppState, say: Say) => void,
): RefObject<E | null> {
  const { store, scheduler } = useWorld()
  const ref = useRef<E>(null)
  useLayoutEffect(() => {
    const drawNow = () => {
      const state = store.getState()
      if (ref.current) draw(ref.current, state, sayIn(state.language))
      return false
    }
    drawNow()
    const drawer = scheduler.add(drawNow)
    const end = store.subscribe((state, before) =>
      drawer.request(isProgressAlone(before, state) ? 'read' : 'next'),
    )
    return () => {
      end()
      drawer.remove()
    }
  }, [draw, store, scheduler])
  return ref
}

/** What was found of the newest change: every number of the page asks about the same one. */
const found = new WeakMap<AppState, { readonly before: AppState; readonly isAlone: boolean }>()

/** Whether a run has gone on and nothing else has happened: a number that comes a little later is soon the next one. */
function isProgressAlone(before: AppState, state: AppState): boolean {
  const known = found.get(state)
  if (known?.before === before) return known.isAlone
  const isAlone =
    state.run?.phase === 'training' &&
    (Object.keys(state) as (keyof AppState)[]).every(
      (name) => name === 'progress' || state[name] === before[name],
    )
  found.set(state, { before, isAlone })
  return isAlone
}

/** Writes a text only when it is another one: a screen reader and the layout need not look at it again. */
export function writeText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}
