import { localeOf } from '@contract/language/languages'
import { useLayoutEffect } from 'react'
import { useAppState } from './app-world'

/** Tells the browser which language the page is in: for voices that read it aloud, and for the letters of its fonts. */
export function usePageLanguage() {
  const language = useAppState((state) => state.language)
  useLayoutEffect(() => {
    document.documentElement.lang = localeOf(language)
  }, [language])
}
