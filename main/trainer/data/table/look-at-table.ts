import type { TableChoices } from '@contract/data/table/table-choices'
import {
  choicesOf,
  type Guess,
  type TableGuess,
  type TableGuesses,
  type TablePreview,
} from '@contract/data/table/table-preview'
import { MAX_COLUMNS } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { guessDelimiter } from './guess/delimiter'
import { guessEncoding } from './guess/encoding'
import { guessHeader } from './guess/header'
import { guessMissing } from './guess/missing'
import { guessNumberStyle, type StyleGuess } from './guess/number-style'
import { otherFile } from './guess/other-file'
import { guessTime } from './guess/time'
import { previewOf } from './preview'
import { planTable, tooManyColumns } from './rows/plan'
import { sampleOf } from './sample'

/** A file by its size in bytes and its base name; the name is null for a table that was pasted. */
export type TableFile = { readonly size: number; readonly name: string | null }

/**
 * Guesses from its beginning how a table is written, and shows its first rows under these guesses. What the bytes leave open
 * is not decided: the guess says so, and asks.
 *
 * Fails with `file-unreadable` for what is no table: an empty file, a picture, a workbook of Excel, a text without numbers.
 *
 * @param bytes the first `SAMPLE_BYTES` of the file, or all
 * @param told what a person has said of it already: what depends on that is guessed accordingly
 */
export function lookAtTable(
  bytes: Uint8Array,
  { size, name }: TableFile,
  told: Partial<TableChoices> = {},
): Result<TableGuess> {
  if (bytes.byteLength === 0) return fail('file-unreadable', text('tableFile.empty', { file: name }))
  const what = otherFile(bytes)
  if (what) return fail('file-unreadable', text('tableFile.notTable', { file: name, what }))
  const isWhole = bytes.byteLength >= size
  const encoding = as(told.encoding, () => guessEncoding(bytes))
  const isWide = encoding.value === 'utf-16le' || encoding.value === 'utf-16be'
  const zero = isWide ? -1 : bytes.indexOf(0)
  if (zero !== -1) {
    const line = new TextDecoder('latin1').decode(bytes.subarray(0, zero)).split(/\r\n|\r|\n/).length
    return fail('file-unreadable', text('tableFile.zeroByte', { file: name, line }))
  }
  const delimiter = as(told.delimiter, () => guessDelimiter(bytes, encoding.value, isWhole))
  const chosen = { encoding: encoding.value, delimiter: delimiter.value }
  const sample = sampleOf(bytes, chosen, name, isWhole)
  if (!sample.ok) return sample
  const width = sample.value.rows[0]?.cells.length ?? 0
  if (width > MAX_COLUMNS) return tooManyColumns(name, width)
  const all = sample.value.rows.map(({ cells }) => cells).filter((cells) => cells.length === width)
  const { decimal, thousands } = styleAs(told, guessNumberStyle(all, delimiter.value))
  const style = { decimal: decimal.value, thousands: thousands.value }
  const header = as(told.header, () => guessHeader(all, style))
  const below = header.value ? all.slice(1) : all
  const missing = as(told.missing, () => guessMissing(below, style))
  const time = as(told.time, () =>
    guessTime(below, header.value ? all[0] : undefined, { ...style, missing: missing.value }),
  )
  const guesses: TableGuesses = { encoding, delimiter, decimal, thousands, header, missing, time }
  const preview = previewTable(bytes, choicesOf(guesses), { size, name })
  if (!preview.ok) return preview
  // Whatever is changed about a text without a digit, it has no numbers.
  if (!all.flat().some((cell) => /\d/.test(cell)))
    return fail('file-unreadable', text('tableFile.noNumbers', { file: name }))
  return ok({ guesses, preview: preview.value })
}

/**
 * Shows the first rows of a table under choices of a person's. A row that cannot be read is shown too, with its trouble.
 *
 * Fails where there is nothing to show: no row, too many columns, or a quotation mark that is not closed.
 *
 * @param bytes the first `SAMPLE_BYTES` of the file, or all
 */
export function previewTable(
  bytes: Uint8Array,
  choices: TableChoices,
  { size, name }: TableFile,
): Result<TablePreview> {
  const planned = planTable(bytes, choices, name, bytes.byteLength >= size)
  return planned.ok ? ok(previewOf(planned.value.plan, planned.value.sample)) : planned
}

/** What a person has said, for sure; or else the guess. */
function as<T>(told: T | undefined, guess: () => Guess<T>): Guess<T> {
  return told === undefined ? guess() : { sure: true, value: told }
}

/** A mark that is told decides what the other one is, where the same numbers leave both open. */
function styleAs(told: Partial<TableChoices>, { decimal, thousands }: StyleGuess): StyleGuess {
  const mark = thousands.sure ? null : [thousands.value, ...thousands.others].find((each) => each !== null)
  if (told.decimal !== undefined && told.thousands === undefined && !decimal.sure && mark !== undefined) {
    const groups = mark === told.decimal ? null : mark
    return { decimal: { sure: true, value: told.decimal }, thousands: { sure: true, value: groups } }
  }
  return { decimal: as(told.decimal, () => decimal), thousands: as(told.thousands, () => thousands) }
}
