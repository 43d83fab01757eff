import type { TableChoices } from '@contract/data/table/table-choices'
import {
  asksOneOrTwo,
  groupMark,
  type TableGuess,
  type TableGuesses,
  type TablePreview,
} from '@contract/data/table/table-preview'
import { MAX_COLUMNS } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { guessDelimiter, isAnyNumber } from './guess/delimiter'
import { guessEncoding, isUtf32 } from './guess/encoding'
import { guessHeader } from './guess/header'
import { guessMissing } from './guess/missing'
import { guessNumberStyle, type StyleGuess } from './guess/number-style'
import { otherFile } from './guess/other-file'
import { guessTime } from './guess/time'
import { previewOf } from './preview'
import { exampleIn, planTable, tooManyColumns } from './rows/plan'
import type { TextRow } from './rows/text-rows'
import { sampleOf } from './sample'

const ONE_NUMBER: StyleGuess = {
  decimal: { sure: true, value: ',' },
  thousands: { sure: true, value: null },
}

/** A file by its size in bytes and its base name; the name is null for a table that was pasted. */
export type TableFile = { readonly size: number; readonly name: string | null }

/**
 * Guesses from its beginning how a table is written, and shows its first rows under these guesses. What the bytes leave open
 * is not decided: the guess says so, and asks.
 *
 * Fails with `file-unreadable` for what is no table: an empty file, a picture, a workbook of Excel, a text without numbers.
 *
 * @param bytes the first `SAMPLE_BYTES` of the file, or all
 * @param told what a person has said of it already: it is in force, and what depends on it is guessed accordingly
 */
export function lookAtTable(
  bytes: Uint8Array,
  { size, name }: TableFile,
  told: Partial<TableChoices> = {},
): Result<TableGuess> {
  if (bytes.byteLength === 0) return fail('file-unreadable', text('tableFile.empty', { file: name }))
  if (isUtf32(bytes)) return fail('file-unreadable', text('tableFile.utf32', { file: name }))
  const what = otherFile(bytes)
  if (what) return fail('file-unreadable', text('tableFile.notTable', { file: name, what }))
  const isWhole = bytes.byteLength >= size
  const encoding = guessEncoding(bytes)
  const letters = told.encoding ?? encoding.value
  const isWide = letters === 'utf-16le' || letters === 'utf-16be'
  const zero = isWide ? -1 : bytes.indexOf(0)
  if (zero !== -1) {
    const line = new TextDecoder('latin1').decode(bytes.subarray(0, zero)).split(/\r\n|\r|\n/).length
    return fail('file-unreadable', text('tableFile.zeroByte', { file: name, line }))
  }
  const delimiter = guessDelimiter(bytes, letters, isWhole)
  const chosen = { encoding: letters, delimiter: told.delimiter ?? delimiter.value }
  const sample = sampleOf(bytes, chosen, name, isWhole)
  if (!sample.ok) return sample
  const width = sample.value.rows[0]?.cells.length ?? 0
  if (width > MAX_COLUMNS) return tooManyColumns(name, width)
  const all = sample.value.rows.map(({ cells }) => cells).filter((cells) => cells.length === width)
  // Who says that 1,5 is one number has said what its comma is.
  const isOneNumber = asksOneOrTwo(delimiter) && chosen.delimiter !== ','
  const marks = isOneNumber ? ONE_NUMBER : guessNumberStyle(all, chosen.delimiter)
  const style = styleUnder(told, marks)
  const header = guessHeader(all, style)
  const hasNames = told.header ?? header.value
  const below = hasNames ? all.slice(1) : all
  const missing = guessMissing(below, style)
  const cells = { ...style, missing: told.missing ?? missing.value }
  const time = guessTime(below, hasNames ? all[0] : undefined, cells)
  // A column that is not there any more is not the time.
  const isThere = told.time !== undefined && (told.time === null || told.time.column < width)
  const choices: TableChoices = {
    ...{ ...chosen, ...cells, header: hasNames, time: isThere ? told.time : time.value },
    badRows: told.badRows ?? 'refuse',
  }
  const preview = previewTable(bytes, choices, { size, name })
  if (!preview.ok) return preview
  // Whatever else is changed about cells none of which is a number of any style, they make no column of numbers.
  const isAsGuessed = letters === encoding.value && chosen.delimiter === delimiter.value
  if (isAsGuessed && !all.some((row) => row.some(isAnyNumber)))
    return unfitFirstRow(sample.value.rows, name) ?? withoutNumbers(sample.value.rows, name)
  const guesses: TableGuesses = { encoding, delimiter, ...marks, header, missing, time }
  return ok({ guesses, choices, preview: preview.value })
}

/**
 * Shows the first rows of a table under choices of a person's. A row that cannot be read is shown too, with its trouble.
 *
 * Fails where there is nothing to show: no row, too many columns, or a quotation mark that is not closed.
 *
 * @param bytes the first `SAMPLE_BYTES` of the file, or all
 */
function previewTable(
  bytes: Uint8Array,
  choices: TableChoices,
  { size, name }: TableFile,
): Result<TablePreview> {
  const planned = planTable(bytes, choices, name, bytes.byteLength >= size)
  return planned.ok ? ok(previewOf(planned.value.plan, planned.value.sample)) : planned
}

/** The failure of a table whose first row is not one of the table: a title, comments, or fewer names than columns. */
function unfitFirstRow(rows: readonly TextRow[], file: string | null): Result<never> | null {
  const found = rows[0]?.cells.length ?? 0
  const others = rows.filter(({ cells }) => cells.length !== found)
  const [other] = others.filter(({ cells }) => cells.some(isAnyNumber))
  if (!other || 2 * others.length < rows.length) return null
  const { line, cells } = other
  return fail('file-unreadable', text('tableFile.firstRow', { file, line, expected: cells.length, found }))
}

function withoutNumbers(rows: readonly TextRow[], file: string | null): Result<never> {
  const example = exampleIn(rows.slice(1)) || exampleIn(rows)
  return fail('file-unreadable', text('tableFile.noNumbers', { file, example }))
}

/** Marks of numbers as they were told or else guessed: no mark is both, and one that is told decides what the other is. */
function styleUnder(
  told: Partial<TableChoices>,
  guess: StyleGuess,
): Pick<TableChoices, 'decimal' | 'thousands'> {
  if (told.thousands !== undefined) {
    const decimal = told.decimal ?? guess.decimal.value
    if (decimal !== told.thousands) return { decimal, thousands: told.thousands }
    return { decimal: decimal === '.' ? ',' : '.', thousands: told.thousands }
  }
  const decimal = told.decimal ?? guess.decimal.value
  const isOpen = told.decimal !== undefined && !guess.decimal.sure
  const mark = isOpen ? groupMark(guess.thousands) : guess.thousands.value
  return { decimal, thousands: mark === decimal ? null : mark }
}
