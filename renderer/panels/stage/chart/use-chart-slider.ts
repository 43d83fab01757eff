import { type Say, sayIn } from '@contract/language/say'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useWorld } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'
import { useCanvasLabel } from './use-canvas-label'

/** What the crosshair of a chart stands on: the update, and what is read there. */
export type SliderReading = { readonly update: number; readonly words: string }

/**
 * A canvas is the slider that its crosshair is: its value is an update, its text what is read there, or `words` about the
 * newest while there is no crosshair. Returns what tells it of every reading.
 */
export function useChartSlider(
  canvas: RefObject<HTMLCanvasElement | null>,
  words: (state: AppState, say: Say) => string,
): (reading: SliderReading | null) => void {
  const { store, history } = useWorld()
  const crossed = useRef(false)
  const write = useCallback(
    (text: string, update: number) => {
      const element = canvas.current
      if (!element || element.getAttribute('aria-valuetext') === text) return
      element.setAttribute('aria-valuetext', text)
      element.setAttribute('aria-valuenow', String(update))
      element.setAttribute('aria-valuemin', String(history.firstUpdate))
      element.setAttribute('aria-valuemax', String(history.lastUpdate))
    },
    [canvas, history],
  )
  const newest = useCallback(
    (state: AppState) => {
      if (!crossed.current) write(words(state, sayIn(state.language)), history.lastUpdate)
    },
    [write, words, history],
  )
  useCanvasLabel(newest)
  useEffect(() => newest(store.getState()), [newest, store])
  return useCallback(
    (reading) => {
      const gone = crossed.current && !reading
      crossed.current = reading !== null
      if (reading) write(reading.words, reading.update)
      else if (gone) newest(store.getState())
    },
    [write, newest, store],
  )
}
