import type { TableChoices } from '@contract/data/table/table-choices'
import { MAX_ROW_BYTES } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { isEmptyLine, type TextRow, textRows, withLineFeeds } from './rows/text-rows'

/** As much of the beginning of a file as is looked at, in bytes. */
export const SAMPLE_BYTES = 2 ** 20

/** The beginning of a table as texts, without empty lines. */
export type Sample = {
  readonly rows: readonly TextRow[]
  /** Lines before the table by which Excel is told the delimiter: none or one. */
  readonly excelLines: number
}

/**
 * The whole rows in the beginning of a file.
 *
 * Fails where there is no whole row in it, and where a quotation mark is not closed.
 *
 * @param isWhole whether the bytes are all that there is
 */
export function sampleOf(
  bytes: Uint8Array,
  { encoding, delimiter }: Pick<TableChoices, 'encoding' | 'delimiter'>,
  file: string | null,
  isWhole: boolean,
): Result<Sample> {
  const whole = decodedLines(bytes, encoding, isWhole)
  if (!isWhole && bytes.byteLength >= MAX_ROW_BYTES && !whole.includes('\n'))
    return fail('file-unreadable', text('tableFile.longLine', { file, line: 1, most: MAX_ROW_BYTES }))
  const { rows, rest, restLine, strayQuote } = textRows(whole, delimiter, 1)
  if (strayQuote !== null)
    return fail('file-unreadable', text('tableFile.strayQuote', { file, line: strayQuote }))
  if (rest !== '' && (isWhole || rows.length === 0))
    return fail('file-unreadable', text('tableFile.openQuote', { file, line: restLine }))
  const full = rows.filter((row) => !isEmptyLine(row))
  const excelLines = /^sep=.?$/i.test(full[0]?.cells.join(delimiter) ?? '') ? 1 : 0
  return ok({ rows: full.slice(excelLines), excelLines })
}

/** The rows in the beginning of a text, whatever its quotation marks are like: to judge a delimiter by. */
export function roughRows(
  bytes: Uint8Array,
  { encoding, delimiter }: Pick<TableChoices, 'encoding' | 'delimiter'>,
  isWhole: boolean,
): (readonly string[])[] {
  const { rows } = textRows(decodedLines(bytes, encoding, isWhole), delimiter, 1)
  return rows.filter((row) => !isEmptyLine(row)).map(({ cells }) => cells)
}

/** The text with line feeds alone, one of them at the end where that is the end of the table. */
function decodedLines(bytes: Uint8Array, encoding: TableChoices['encoding'], isWhole: boolean): string {
  const decoded = withLineFeeds(new TextDecoder(encoding).decode(bytes, { stream: !isWhole }))
  return isWhole && !decoded.endsWith('\n') ? `${decoded}\n` : decoded
}
