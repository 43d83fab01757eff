/** The languages that a person can choose, each by its own name, with the locale of its numbers, dates and plurals. */
export const LANGUAGES = {
  en: { name: 'English', locale: 'en-US' },
  zh: { name: '简体中文', locale: 'zh-CN' },
} as const

export type ChoosableLanguage = keyof typeof LANGUAGES

/** `pseudo` is English, accented and 40 % longer, in which developers see what is cut off or not translated. */
export type Language = ChoosableLanguage | 'pseudo'

export const CHOOSABLE_LANGUAGES = Object.keys(LANGUAGES) as readonly ChoosableLanguage[]

/** Every name by which a language can be asked for. */
export const LANGUAGE_NAMES: readonly Language[] = [...CHOOSABLE_LANGUAGES, 'pseudo']

export function isLanguage(value: unknown): value is Language {
  return (LANGUAGE_NAMES as readonly unknown[]).includes(value)
}

/** The BCP 47 tag of a language: for `Intl`, and for the `lang` of the page. */
export function localeOf(language: Language): string {
  return language === 'pseudo' ? LANGUAGES.en.locale : LANGUAGES[language].locale
}

/**
 * The language for somebody whose system prefers these, best first; English where none of them is spoken here.
 *
 * @param preferred BCP 47 tags, as `zh-Hans-CN`
 */
export function languageFor(preferred: readonly string[]): ChoosableLanguage {
  const tags = preferred.map((tag) => tag.toLowerCase().split(/[-_]/)[0])
  return tags.find(isChoosable) ?? 'en'
}

function isChoosable(tag: string | undefined): tag is ChoosableLanguage {
  return (CHOOSABLE_LANGUAGES as readonly unknown[]).includes(tag)
}
