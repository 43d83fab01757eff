import { counted } from '../../english'
import type { Words } from '../../words'

/** What is asked about a table that leaves it open. */
export const tableGuess = {
  'tableGuess.encoding': 'Are its letters Chinese, in GBK, or Western ones with accents, in Windows-1252?',
  'tableGuess.delimiter': 'What stands between two cells?',
  'tableGuess.oneNumberOrTwo': ({ example }: { example: string }, words: Words) =>
    `Is ${words.quote(example)} two numbers, or one with a decimal comma?`,
  'tableGuess.decimal': ({ example }: { example: string }, words: Words) =>
    `Is ${words.quote(example)} a number above a thousand, or one with three decimals?`,
  'tableGuess.thousands': ({ example }: { example: string }, words: Words) =>
    `Are the digits of ${words.quote(example)} grouped in thousands?`,
  'tableGuess.header': 'Does the first row have the names of the columns?',
  'tableGuess.missing': ({ mark, times }: { mark: string; times: number }, words: Words) =>
    `Does ${words.quote(mark)}, which comes ${counted(times, 'time')}, stand for a missing value?`,
  'tableGuess.dayOrMonth': ({ example }: { example: string }, words: Words) =>
    `Does ${words.quote(example)} begin with the day or with the month?`,
  'tableGuess.time': ({ column, example }: { column: string; example: string }, words: Words) =>
    `Does column ${words.quote(column)}, which begins with ${words.quote(example)}, say when the rows were?`,
}
