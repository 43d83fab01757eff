import {
  CHOOSABLE_LANGUAGES,
  type ChoosableLanguage,
  isLanguage,
  type Language,
  languageFor,
} from '@contract/language/languages'
import { sayIn } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { readKept, type Tell, writeJson } from './json-file'
import type { Log } from './log'

/** The language that the whole app speaks: page, menu and dialogs. */
export type AppLanguage = {
  readonly now: () => Language
  /** Says a text in the present language. */
  readonly say: (text: Text) => string
  /** Takes effect at once, and is kept for the next start. */
  readonly choose: (language: ChoosableLanguage) => void
  /** Is called after every change, for as long as the app runs. */
  readonly onChange: (listener: (language: Language) => void) => void
  /** Is called when a choice could not be written: the next start will not know it. */
  readonly onUnkept: (listener: () => void) => void
}

export type AppLanguageOptions = {
  /** Where the choice is kept. */
  readonly file: string
  /** The language of this start, where nothing was chosen or the environment names one. */
  readonly start: StartLanguage
  readonly log: Log
  readonly tell: Tell
}

/** What is known of the language before the user's data are found. */
export type StartLanguage = {
  readonly language: Language
  /** Whether the environment names it; then a kept choice counts for nothing at this start. */
  readonly asked: boolean
  /** What the environment names instead of a language; null when it names one, or nothing. */
  readonly unknown: string | null
}

const FILE = v.object({ language: v.picklist(CHOOSABLE_LANGUAGES) })

/**
 * The language that the environment names, or else the system's. The pseudo-language can be had by the environment
 * alone.
 *
 * @param named what UNROLL_LANGUAGE is set to
 * @param preferred the system's languages as BCP 47 tags, best first
 */
export function startLanguage(named: string | undefined, preferred: readonly string[]): StartLanguage {
  if (isLanguage(named)) return { language: named, asked: true, unknown: null }
  return { language: languageFor(preferred), asked: false, unknown: named || null }
}

/** Opens the choice of the last time. */
export function openAppLanguage({ file, start, log, tell }: AppLanguageOptions): AppLanguage {
  const kept = readKept(file, FILE, text('keptData.language'), tell)
  let present = start.asked ? start.language : (kept?.language ?? start.language)
  if (start.unknown !== null)
    tell(text('start.noSuchLanguage', { found: start.unknown, known: CHOOSABLE_LANGUAGES }))
  const listeners: ((language: Language) => void)[] = []
  let unkept = () => {}
  return {
    now: () => present,
    say: (said) => sayIn(present)(said),
    choose: (language) => {
      try {
        writeJson(file, { language })
      } catch (error) {
        log.error('the language was not written', error)
        unkept()
      }
      if (language === present) return
      present = language
      for (const listener of listeners) listener(language)
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
    onUnkept: (listener) => {
      unkept = listener
    },
  }
}
