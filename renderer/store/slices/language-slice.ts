import type { Language } from '@contract/language/languages'
import type { StateCreator } from 'zustand/vanilla'
import type { AppState, LanguageSlice } from '../state/app-state'

/** The language's slice of the store; it begins in the language that main opened the window in. */
export function createLanguageSlice(language: Language): StateCreator<AppState, [], [], LanguageSlice> {
  return (set) => ({
    language,
    languageChanged: (chosen) => set({ language: chosen }),
  })
}
