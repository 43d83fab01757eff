import { type Say, sayIn } from '@contract/language/say'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useWorld } from '../app-world'
import type { AppState } from '../store/state/app-state'

/**
 * Draws numbers that change with every batch of updates into an element, once a frame and in the language of the
 * moment, without rendering React. `draw` must stand outside the component, or be made by useCallback.
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
    const end = store.subscribe(drawer.request)
    return () => {
      end()
      drawer.remove()
    }
  }, [draw, store, scheduler])
  return ref
}

/** Writes a text only when it is another one: a screen reader and the layout need not look at it again. */
export function writeText(element: HTMLElement, text: string) {
  if (element.textContent !== text) element.textContent = text
}
