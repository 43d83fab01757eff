import { useCallback, useSyncExternalStore } from 'react'

/** Where the settings have no column of their own and become a drawer: narrow windows, low ones, large zoom. */
export const DRAWER = '(width < 920px) or (height < 480px)'

/** Where Open data, Load, Save and Export fold into one menu. */
export const FOLDED = '(width < 1000px)'

/** Where the rail is one line, and what it tells of an update is asked for. */
export const ONE_LINE_RAIL = '(width < 920px) or (height < 700px)'

/** Whether a media query holds, now and after every change. */
export function useMedia(query: string): boolean {
  const watch = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(watch, () => matchMedia(query).matches)
}
