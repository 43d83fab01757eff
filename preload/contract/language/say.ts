import { en } from './en'
import { type Language, localeOf } from './languages'
import { pseudo } from './pseudo'
import type { Text } from './text'
import { type TextArguments, type TextId, text } from './texts'
import { once, wordsIn } from './words'
import { zh } from './zh'

/** Says texts in one language: one that was made elsewhere, or one by its id and values. */
export type Say = {
  (text: Text): string
  <Id extends TextId>(id: Id, ...values: TextArguments<Id>): string
  /** The BCP 47 tag of its language: for numbers that stand by themselves. */
  readonly locale: string
}

type Catalogue = { readonly [id: string]: string | ((values: never, words: never) => string) }

const CATALOGUES: { readonly [Name in Language]: Catalogue } = { en, zh, pseudo: en }

/** The voice of a language; always the same function for the same language. */
export const sayIn: (language: Language) => Say = once(makeVoice)

function makeVoice(language: Language): Say {
  const catalogue = CATALOGUES[language]
  const words = wordsIn(language, speak)

  function speak({ id, values }: Text): string {
    const entry = Object.hasOwn(catalogue, id) ? catalogue[id] : undefined
    // Kept in a file by another version of the app, as a text of this one does not compile without its sentence.
    if (entry === undefined) return id
    if (typeof entry === 'string') return entry
    try {
      // That the values are the sentence's own was checked where the text was made.
      return String(entry(values as never, words as never) ?? id)
    } catch {
      // Made of other values than this version knows: a name of a sentence is less than one, a window without any is worse.
      return id
    }
  }

  function say(text: Text): string
  function say<Id extends TextId>(id: Id, ...values: TextArguments<Id>): string
  function say(said: Text | TextId, ...values: readonly unknown[]): string {
    // The overloads have checked that the values are those of the id.
    const sentence = speak(typeof said === 'string' ? text(said, ...(values as TextArguments<TextId>)) : said)
    return withDirectionsShown(language === 'pseudo' ? pseudo(sentence) : sentence)
  }
  return Object.assign(say, { locale: localeOf(language) })
}

/**
 * Writes out the marks that turn the direction of text: a name out of a file may have them, and would turn all that
 * follows it; no sentence of ours has. For a name that is shown by itself: `Say` does so with what it says.
 */
export function withDirectionsShown(shown: string): string {
  return shown.replace(
    /\p{Bidi_Control}/gu,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The voice of the command line and of the logs, where no other language was asked for. */
export const inEnglish: Say = sayIn('en')
