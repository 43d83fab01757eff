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
  /** Takes effect at once, and is kept for the next start; where it cannot be kept, that is what a person should know. */
  readonly choose: (language: ChoosableLanguage) => Text | null
  /** Is called after every change, for as long as the app runs. */
  readonly onChange: (listener: (language: Language) => void) => void
}

export type AppLanguageOptions = {
  /** Where the choice is kept. */
  readonly file: string
  /** The language of this start, where nothing was chosen or one is named. */
  readonly start: StartLanguage
  readonly log: Log
  readonly tell: Tell
}

/** What is known of the language before the user's data are found. */
export type StartLanguage = {
  readonly language: Language
  /** Whether the command line or the environment names it; then a kept choice counts for nothing at this start. */
  readonly asked: boolean
  /** That what names one names none that there is; null when it does, or nothing is named. */
  readonly notice: Text | null
}

const FILE = v.object({ language: v.picklist(CHOOSABLE_LANGUAGES) })

/** What names a language at a start; undefined where it does not. */
export type NamedLanguage = {
  /** What stands behind --language, which may be nothing. */
  readonly option: string | undefined
  /** What UNROLL_LANGUAGE is set to; empty is as good as not set. */
  readonly variable: string | undefined
}

/**
 * The language that the command line names, or else the environment, or else the system's. The pseudo-language can be had
 * by name alone.
 *
 * @param preferred the system's languages as BCP 47 tags, best first
 */
export function startLanguage(
  { option, variable }: NamedLanguage,
  preferred: readonly string[],
): StartLanguage {
  const found = option ?? (variable || undefined)
  if (isLanguage(found)) return { language: found, asked: true, notice: null }
  const by = option === undefined ? 'UNROLL_LANGUAGE' : '--language'
  const notice =
    found === undefined ? null : text('start.noSuchLanguage', { by, found, known: CHOOSABLE_LANGUAGES })
  return { language: languageFor(preferred), asked: false, notice }
}

/** Opens the choice of the last time. */
export function openAppLanguage({ file, start, log, tell }: AppLanguageOptions): AppLanguage {
  const kept = readKept(file, FILE, text('keptData.language'), tell)
  let present = start.asked ? start.language : (kept?.language ?? start.language)
  if (start.notice) tell(start.notice)
  const listeners: ((language: Language) => void)[] = []

  function keep(language: ChoosableLanguage): Text | null {
    try {
      writeJson(file, { language })
      return null
    } catch (error) {
      log.error('the language was not written', error)
      return text('keptData.languageNotKept')
    }
  }

  return {
    now: () => present,
    say: (said) => sayIn(present)(said),
    choose: (language) => {
      const unkept = keep(language)
      if (language === present) return unkept
      present = language
      for (const listener of listeners) listener(language)
      return unkept
    },
    onChange: (listener) => {
      listeners.push(listener)
    },
  }
}
