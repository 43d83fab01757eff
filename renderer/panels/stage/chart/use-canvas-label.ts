import type { Say } from '@contract/language/say'
import { useEffect } from 'react'
import { useSay, useWorld } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'

/** Often enough to be true when it is read, seldom enough to cost nothing. */
const BETWEEN_MILLISECONDS = 1000

/** Keeps what a picture shows, in words, about true for those who cannot see it; `write` must stay the same. */
export function useCanvasLabel(write: (state: AppState, say: Say) => void) {
  const say = useSay()
  const { store } = useWorld()
  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY
    const writeNow = (state: AppState, before: AppState | null) => {
      const now = performance.now()
      if (before?.run?.phase === state.run?.phase && now - writtenAt < BETWEEN_MILLISECONDS) return
      writtenAt = now
      write(state, say)
    }
    writeNow(store.getState(), null)
    return store.subscribe(writeNow)
  }, [store, write, say])
}
