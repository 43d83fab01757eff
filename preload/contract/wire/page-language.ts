import { isLanguage, type Language } from '../language/languages'

const BEGINNING = '--unroll-language='

/** The argument by which main tells a page's preload the language, so that the first thing it paints is in it. */
export function languageArgument(language: Language): string {
  return BEGINNING + language
}

/** The language among the arguments of a page's process; English where main named none. */
export function languageIn(args: readonly string[]): Language {
  const named = args.find((arg) => arg.startsWith(BEGINNING))?.slice(BEGINNING.length)
  return isLanguage(named) ? named : 'en'
}
