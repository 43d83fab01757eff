import {
  DELIMITERS,
  type DecimalMark,
  type Delimiter,
  MISSING_MARKS,
  TABLE_ENCODINGS,
  type TableChoices,
  type TableEncoding,
  THOUSANDS,
  type ThousandsMark,
  TIME_FORMATS,
  type TimeFormat,
} from '@contract/data/table/table-choices'
import { asksOneOrTwo, groupMark } from '@contract/data/table/table-preview'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { GuessName, TableDraft } from '../../store/state/table-draft'

/** A value that can be chosen, and what it is called. */
export type Option<T> = readonly [value: T, label: Text]

const ENCODINGS: { readonly [Name in TableEncoding]: Text } = {
  'utf-8': text('openData.utf8'),
  'utf-16le': text('openData.utf16le'),
  'utf-16be': text('openData.utf16be'),
  gbk: text('openData.gbk'),
  'windows-1252': text('openData.windows1252'),
}

const BETWEEN: { readonly [Mark in Delimiter]: Text } = {
  ',': text('openData.comma'),
  ';': text('openData.semicolon'),
  '\t': text('openData.tab'),
  '|': text('openData.bar'),
  ' ': text('openData.space'),
}

const DECIMALS: { readonly [Mark in DecimalMark]: Text } = {
  '.': text('openData.decimalPoint'),
  ',': text('openData.decimalComma'),
}

const GROUPS: { readonly [Mark in NonNullable<ThousandsMark>]: Text } = {
  ',': text('openData.thousandsComma'),
  '.': text('openData.thousandsPoint'),
  ' ': text('openData.thousandsSpace'),
  "'": text('openData.thousandsApostrophe'),
}

const FORMATS: { readonly [Format in TimeFormat]: Text } = {
  iso: text('openData.iso'),
  'day-month-year': text('openData.dayMonthYear'),
  'month-day-year': text('openData.monthDayYear'),
  'year-month': text('openData.yearMonth'),
  'unix-seconds': text('openData.unixSeconds'),
  'unix-milliseconds': text('openData.unixMilliseconds'),
  year: text('openData.year'),
  number: text('openData.number'),
}

export const ENCODING_OPTIONS = TABLE_ENCODINGS.map((one): Option<TableEncoding> => [one, ENCODINGS[one]])
export const DELIMITER_OPTIONS = DELIMITERS.map((one): Option<Delimiter> => [one, BETWEEN[one]])
export const DECIMAL_OPTIONS: readonly Option<DecimalMark>[] = [
  ['.', DECIMALS['.']],
  [',', DECIMALS[',']],
]
export const HEADER_OPTIONS: readonly Option<boolean>[] = [
  [true, text('openData.headerNames')],
  [false, text('openData.headerValues')],
]
export const FORMAT_OPTIONS = TIME_FORMATS.map((one): Option<TimeFormat> => [one, FORMATS[one]])
export const BAD_ROWS_OPTIONS: readonly Option<TableChoices['badRows']>[] = [
  ['refuse', text('openData.refuse')],
  ['drop', text('openData.drop')],
]

/** What can group digits beside a decimal mark: no mark is both. */
export function thousandsOptions(decimal: DecimalMark): Option<ThousandsMark>[] {
  const marks = THOUSANDS.filter((mark) => mark !== decimal)
  return [
    [null, text('openData.noThousands')],
    ...marks.map((mark): Option<ThousandsMark> => [mark, GROUPS[mark]]),
  ]
}

/** The answers to a question about a table, the guessed one first. */
export function answersTo(draft: TableDraft, name: GuessName): Option<Partial<TableChoices>>[] {
  const { guesses, preview } = draft.table.guess
  switch (name) {
    case 'encoding':
      return answers(guesses.encoding, (encoding) => [{ encoding }, ENCODINGS[encoding]])
    case 'delimiter': {
      const oneOrTwo = asksOneOrTwo(guesses.delimiter)
      return answers(guesses.delimiter, (delimiter) => {
        if (!oneOrTwo) return [{ delimiter }, BETWEEN[delimiter]]
        return [{ delimiter }, text(delimiter === ',' ? 'openData.twoNumbers' : 'openData.oneNumber')]
      })
    }
    case 'decimal': {
      const mark = groupMark(guesses.thousands)
      return answers(guesses.decimal, (decimal) => [
        { decimal },
        text(decimal === mark ? 'openData.threeDecimals' : 'openData.aboveThousand'),
      ])
    }
    case 'thousands':
      return answers(guesses.thousands, (thousands) => [
        { thousands },
        text(thousands === null ? 'openData.notGrouped' : 'openData.grouped'),
      ])
    case 'header':
      return answers(guesses.header, (header) => [
        { header },
        text(header ? 'openData.headerNames' : 'openData.headerValues'),
      ])
    case 'missing':
      return answers(guesses.missing, (missing) => {
        const marks = marksBeyondUsual(missing)
        return [
          { missing },
          marks.length === 0 ? text('openData.onlyUsual') : text('openData.alsoMissing', { marks }),
        ]
      })
    case 'time': {
      const isAboutFormat = !guesses.time.sure && guesses.time.question.id === 'tableGuess.dayOrMonth'
      return answers(guesses.time, (time) => {
        if (time === null) return [{ time }, text('openData.noTime')]
        if (isAboutFormat) return [{ time }, FORMATS[time.format]]
        const column = preview.columns[time.column]?.name ?? `${time.column + 1}`
        return [{ time }, text('openData.timeIn', { column, format: FORMATS[time.format] })]
      })
    }
  }
}

type AnyGuess<T> =
  | { readonly sure: true; readonly value: T }
  | { readonly sure: false; readonly value: T; readonly others: readonly T[] }

function answers<T>(guess: AnyGuess<T>, answer: (value: T) => Option<Partial<TableChoices>>) {
  return [guess.value, ...(guess.sure ? [] : guess.others)].map(answer)
}

/** The marks of missing values that a table has beside those that mean nothing else. */
export function marksBeyondUsual(missing: readonly string[]): string[] {
  return missing.filter((mark) => !MISSING_MARKS.includes(mark))
}

/** Marks as they are typed, between commas. */
export function missingFrom(typed: string): string[] {
  const marks = typed.split(',').map((mark) => mark.trim())
  return [...new Set([...MISSING_MARKS, ...marks.filter((mark) => mark !== '')])]
}

/** Whether an answer is what is chosen now. */
export function isChosen(choices: TableChoices, answer: Partial<TableChoices>): boolean {
  return Object.entries(answer).every(
    ([name, value]) => JSON.stringify(choices[name as keyof TableChoices]) === JSON.stringify(value),
  )
}
