import type { Say } from '@contract/language/say'
import { useCallback, useEffect, useRef } from 'react'
import { useSay, useWorld } from '../../../app-world'
import type { AppState } from '../../../store/state/app-state'

/** Often enough to be true when it is read, seldom enough to cost nothing. */
const BETWEEN_MILLISECONDS = 1000

/**
 * Keeps what a picture shows, in words, about true for those who cannot see it, and true once nothing changes any more; `write`
 * must stay the same.
 *
 * @returns says that the picture shows something else, where that follows from no change of the state
 */
export function useCanvasLabel(write: (state: AppState, say: Say) => void): () => void {
  const say = useSay()
  const { store } = useWorld()
  const changed = useRef(() => {})
  useEffect(() => {
    let writtenAt = Number.NEGATIVE_INFINITY
    let phase: string | undefined
    let timer: ReturnType<typeof setTimeout> | null = null

    function writeNow() {
      if (timer !== null) clearTimeout(timer)
      timer = null
      writtenAt = performance.now()
      const state = store.getState()
      phase = state.run?.phase
      write(state, say)
    }

    function writeSoon() {
      const wait = writtenAt + BETWEEN_MILLISECONDS - performance.now()
      if (wait <= 0 || store.getState().run?.phase !== phase) writeNow()
      else timer ??= setTimeout(writeNow, wait)
    }

    writeNow()
    changed.current = writeSoon
    const end = store.subscribe(writeSoon)
    return () => {
      end()
      if (timer !== null) clearTimeout(timer)
    }
  }, [store, write, say])
  return useCallback(() => changed.current(), [])
}
