import { useLayoutEffect } from 'react'
import { useAppState, useWorld } from '../../app-world'
import { DRAWER, useMedia } from '../use-media'

/**
 * Marks the element that a step points at, which the style sheet then frames and hangs the words on. `key`
 * changes when another element may have taken its place.
 */
export function useTourTarget(selector: string, key: unknown): void {
  const { store } = useWorld()
  const drawer = useMedia(DRAWER)
  const settingsOpen = useAppState((state) => state.settingsOpen)
  useLayoutEffect(() => {
    // Where the settings are a drawer, it opens for what it holds and does not lie over anything else.
    const inSettings = document.querySelector(selector)?.closest('.settings') != null
    store.getState().showSettings(drawer && inSettings)
    return () => store.getState().showSettings(false)
  }, [selector, store, drawer])
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and drawer say when to look again.
  useLayoutEffect(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (!element) return
    element.dataset.tourTarget = ''
    element.scrollIntoView?.({ block: 'nearest' })
    return () => {
      delete element.dataset.tourTarget
    }
  }, [selector, key, settingsOpen])
}
