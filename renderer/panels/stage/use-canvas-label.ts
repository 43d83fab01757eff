import { type RefObject, useEffect } from 'react'
import { useWorld } from '../../app-world'
import type { AppState } from '../../store/app-state'

/** Often enough to be true when it is read, seldom enough to cost nothing. */
const BETWEEN_MILLISECONDS = 1000

/** Keeps a canvas's label about true: what a picture shows, in words, for those who cannot see it. */
export function useCanvasLabel(
  canvas: RefObject<HTMLCanvasElement | null>,
  words: (state: AppState) => string,
) {
  const { store } = useWorld()
  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY
    const write = (state: AppState, before: AppState | null) => {
      const now = performance.now()
      if (before?.run?.phase === state.run?.phase && now - writtenAt < BETWEEN_MILLISECONDS) return
      writtenAt = now
      canvas.current?.setAttribute('aria-label', words(state))
    }
    write(store.getState(), null)
    return store.subscribe(write)
  }, [store, canvas, words])
}
