import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/** A row of a table of docs/words.md. */
export type Term = {
  readonly english: string
  readonly chinese: string
  /** English words that are not said for it. */
  readonly not: readonly string[]
  /** Chinese words that are not said for it. */
  readonly notChinese: readonly string[]
  /** Whether an English sentence with the term wants a Chinese one with its Chinese term. */
  readonly strict: boolean
}

const HEAD = '| English | 中文 | what it is | 是什么 | not | 不用 |'
const LOOSE = 'Words of every day'

function split(cell: string, by: string): string[] {
  return cell
    .split(by)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** The terms of a glossary that is written as docs/words.md; an Error where a table has other columns. */
export function termsOf(markdown: string): Term[] {
  return markdown.split(/^## /m).flatMap((section) => {
    const lines = section.split('\n')
    const [head, , ...rows] = lines.filter((line) => line.startsWith('|'))
    if (head === undefined) return []
    if (head !== HEAD) throw new Error(`A table of words begins with ${HEAD}, but one begins with ${head}`)
    return rows.map((row) => {
      const cells = row.split('|').map((cell) => cell.trim())
      if (cells.length !== 8) throw new Error(`A row of words has six cells, but this one has not: ${row}`)
      const [, english = '', chinese = '', , , not = '', notChinese = ''] = cells
      return {
        english,
        chinese,
        not: split(not, ','),
        notChinese: split(notChinese, '、'),
        strict: lines[0] !== LOOSE,
      }
    })
  })
}

/** The words of the app, as docs/words.md has them. */
export const TERMS: readonly Term[] = termsOf(
  readFileSync(resolve(import.meta.dirname, '../../docs/words.md'), 'utf8'),
)

/** Finds an English word or words in a text, in the singular or the plural. */
export function englishWord(word: string): RegExp {
  // A hyphen makes another word: "step-by-step" has no step.
  return new RegExp(`(?<![\\w-])${word.replaceAll(' ', '\\s+')}(?:e?s)?(?![\\w-])`, 'gi')
}

/** The strict terms that an English text says: of "hidden state" only this one, and neither "hidden" nor "state". */
export function termsIn(text: string, terms: readonly Term[] = TERMS): Term[] {
  const found: Term[] = []
  let rest = text
  for (const term of [...terms].sort((one, other) => other.english.length - one.english.length)) {
    const without = rest.replace(englishWord(term.english), '…')
    if (without !== rest) found.push(term)
    rest = without
  }
  return found.filter(({ strict }) => strict)
}

/** The words of the columns "not" and "不用" that a text says; of "time step" it does not say "step". */
export function wrongWordsIn(text: string, language: 'en' | 'zh', terms: readonly Term[] = TERMS): string[] {
  return terms.flatMap(({ not, notChinese }) =>
    (language === 'en' ? not : notChinese).filter((wrong) => {
      const within = terms.filter(({ english, chinese }) =>
        (language === 'en' ? english : chinese).includes(wrong),
      )
      return language === 'en'
        ? englishWord(wrong).test(
            within.reduce((rest, { english }) => rest.replace(englishWord(english), '…'), text),
          )
        : within.reduce((rest, { chinese }) => rest.replaceAll(chinese, '…'), text).includes(wrong)
    }),
  )
}
