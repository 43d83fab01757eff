import type { Language } from './languages'

/** How a language names what comes from files: it may be anything, so that it is quoted and cut. */
export type Naming = {
  /** In quotation marks, as it is. */
  readonly inQuotes: (text: string) => string
  /** How many more there are, at the end of a list that was cut. */
  readonly more: (count: string) => string
  /** A file whose name is not known, at the beginning of a sentence. */
  readonly thisFile: string
}

/** Beyond this a text from a file is cut, in characters: it has to fit a sentence. */
const LONGEST = 60

const inEnglish: Naming = {
  inQuotes: (text) => `"${text}"`,
  more: (count) => `${count} more`,
  thisFile: 'This file',
}

export const NAMING: { readonly [Name in Language]: Naming } = {
  en: inEnglish,
  zh: { inQuotes: (text) => `“${text}”`, more: (count) => `另外 ${count} 个`, thisFile: '此文件' },
  pseudo: inEnglish,
}

/** Quotes a text of a file, in a length that fits a sentence, with what cannot be seen escaped as JSON does. */
export function quoteIn({ inQuotes }: Naming, text: string): string {
  const escaped = JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).slice(1, -1)
  // Only what is itself between such marks needs them escaped.
  return inQuotes(inQuotes('') === '""' ? escaped : escaped.replaceAll('\\"', '"'))
}
