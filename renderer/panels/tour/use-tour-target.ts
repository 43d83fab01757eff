import { useLayoutEffect } from 'react'

/**
 * Marks the element that a step points at, which the style sheet then frames and hangs the words on. `key`
 * changes when another element may have taken its place.
 */
export function useTourTarget(selector: string, key: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when to look again.
  useLayoutEffect(() => {
    const element = document.querySelector<HTMLElement>(selector)
    if (!element) return
    element.dataset.tourTarget = ''
    // Only what scrolls anyway: elsewhere the whole page would be pushed aside.
    if (element.closest('.settings-scroll')) element.scrollIntoView?.({ block: 'nearest' })
    return () => {
      delete element.dataset.tourTarget
    }
  }, [selector, key])
}
