import { MAX_ROW_BYTES } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { type AppError, fail } from '@contract/result'
import { missingNumbersOf } from '../cells/number-text'
import type { Collector } from './collector'
import { NUMBER, type TablePlan, TEXT, TIME } from './plan'
import type { Trouble } from './trouble'

const [TAB, LINE_FEED, RETURN, SPACE, QUOTE, PLUS, COMMA, MINUS, POINT] = [9, 10, 13, 32, 34, 43, 44, 45, 46]
const [ZERO, NINE, SMALL_E, TO_SMALL] = [48, 57, 101, 32]
/** Decimal digits that a double holds for sure. */
const EXACT_DIGITS = 15
/** Powers of ten that are doubles. */
const POWERS = Array.from({ length: 23 }, (_, i) => Number(`1e${i}`))

/** Where the reading of some bytes has come to: `at` and `line` are those of the first row that was not read. */
export type Progress = { readonly at: number; readonly line: number; readonly error: AppError | null }

/**
 * Reads whole rows straight from their bytes, several times faster than by way of texts, up to the first whose quotation
 * marks do more than to stand around a cell: one with a line end between them, with two where a value is read, or with
 * letters behind the second. What it has taken of such a row is taken again by whoever reads that. A number of
 * up to 15 digits and a power of ten that is a double is the exact quotient or product of two doubles, and so the nearest
 * double (Clinger 1990); every other cell is read as a text.
 *
 * @param decode a cell with other letters than those of ASCII, as a text
 * @returns reads from the beginning of a row to an end behind a line end
 */
export function createByteRows(
  plan: TablePlan,
  collector: Collector,
  decode: (bytes: Uint8Array) => string,
): (bytes: Uint8Array, from: number, end: number, line: number, skip: { rows: number }) => Progress {
  const delimiter = plan.choices.delimiter.charCodeAt(0)
  const mark = plan.choices.decimal === ',' ? COMMA : POINT
  // Where it stands between cells too, only a cell in quotation marks has a decimal one.
  const bareMark = mark === delimiter ? -1 : mark
  const missing = missingNumbersOf(plan.choices)
  const width = plan.columns.length
  const isSpaced = delimiter === SPACE
  const { roles, blocks } = collector

  const afterSpaces = (bytes: Uint8Array, from: number) => {
    let at = from
    while (bytes[at] === SPACE || (bytes[at] === TAB && delimiter !== TAB)) at += 1
    return at
  }
  const endOfCell = (bytes: Uint8Array, from: number) => {
    let at = from
    for (;;) {
      const byte = bytes[at] as number
      if (byte === delimiter || byte === LINE_FEED || byte === RETURN) return at
      at += 1
    }
  }
  /** The quotation mark that ends the cell from a place on; -1 where that is not simply so. */
  const closingOf = (bytes: Uint8Array, from: number, isRead: boolean) => {
    let at = from
    for (;;) {
      const byte = bytes[at] as number
      if (byte === LINE_FEED || byte === RETURN) return -1
      at += 1
      if (byte !== QUOTE) continue
      const next = bytes[at] as number
      if (next === delimiter || next === LINE_FEED || next === RETURN) return at - 1
      if (next !== QUOTE || isRead) return -1
      at += 1
    }
  }
  const textOf = (bytes: Buffer, from: number, to: number) => {
    for (let at = from; at < to; at += 1)
      if ((bytes[at] as number) >= 0x80) return decode(bytes.subarray(from, to))
    return bytes.toString('latin1', from, to)
  }

  return (piece, from, end, firstLine, skip) => {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength)
    let [at, line] = [from, firstLine]
    while (at < end) {
      const start = at
      const toTexts = { at: start, line, error: null }
      let hasQuotes = false
      at = afterSpaces(bytes, at)
      const isEmpty = bytes[at] === LINE_FEED || bytes[at] === RETURN
      if (!isSpaced) at = isEmpty ? at : start
      let cells = 0
      let trouble: Trouble | null = null
      if (!isEmpty && skip.rows > 0)
        for (; bytes[at] !== LINE_FEED && bytes[at] !== RETURN; at += 1) {
          if (bytes[at] === QUOTE) return toTexts
        }
      else if (!isEmpty)
        for (;;) {
          // A row with trouble says nothing of what its other columns are.
          const role = trouble === null && cells < width ? roles[cells] : TEXT
          let closing = -1
          if (bytes[at] === QUOTE) {
            // Spaces that stand for one are one within quotation marks too.
            if (isSpaced) return toTexts
            at += 1
            closing = closingOf(bytes, at, role !== TEXT)
            if (closing === -1) return toTexts
            hasQuotes = true
          }
          if (role === TEXT) at = closing === -1 ? endOfCell(bytes, at) : closing
          else if (role === TIME) {
            const to = closing === -1 ? endOfCell(bytes, at) : closing
            trouble = collector.cell(cells, textOf(bytes, at, to))
            at = to
          } else {
            // The number at `at`, or else the cell as a text.
            const decimal = closing === -1 ? bareMark : mark
            const first = afterSpaces(bytes, at)
            let to = first
            let byte = bytes[to] as number
            const isNegative = byte === MINUS
            if (isNegative || byte === PLUS) byte = bytes[++to] as number
            let value = 0
            let digits = 0
            let scale = 0
            let hasDigits = false
            for (; byte >= ZERO && byte <= NINE; byte = bytes[++to] as number) {
              value = value * 10 + byte - ZERO
              if (value > 0) digits += 1
              hasDigits = true
            }
            if (byte === decimal) {
              byte = bytes[++to] as number
              for (; byte >= ZERO && byte <= NINE; byte = bytes[++to] as number) {
                value = value * 10 + byte - ZERO
                if (value > 0) digits += 1
                scale -= 1
                hasDigits = true
              }
            }
            if ((byte | TO_SMALL) === SMALL_E && hasDigits) {
              byte = bytes[++to] as number
              const isSmall = byte === MINUS
              if (isSmall || byte === PLUS) byte = bytes[++to] as number
              let exponent = byte >= ZERO && byte <= NINE ? 0 : Number.NaN
              for (; byte >= ZERO && byte <= NINE; byte = bytes[++to] as number)
                exponent = exponent * 10 + byte - ZERO
              scale += isSmall ? -exponent : exponent
            }
            if (!isSpaced) to = afterSpaces(bytes, to)
            byte = bytes[to] as number
            const isEnd =
              closing === -1 ? byte === delimiter || byte === LINE_FEED || byte === RETURN : to === closing
            if (isEnd && hasDigits && digits <= EXACT_DIGITS && scale >= -22 && scale <= 22) {
              if (scale < 0) value /= POWERS[-scale] as number
              else if (scale > 0) value *= POWERS[scale] as number
              if (isNegative) value = -value
              if (missing.size > 0 && missing.has(value)) value = Number.NaN
              else if (role !== NUMBER) roles[cells] = NUMBER
              const block = blocks[cells] as Float64Array
              block[collector.at] = value
              at = to
            } else if (isEnd && to === first) {
              const block = blocks[cells] as Float64Array
              block[collector.at] = Number.NaN
              at = to
            } else {
              to = closing === -1 ? endOfCell(bytes, at) : closing
              trouble = collector.cell(cells, textOf(bytes, at, to))
              at = to
            }
          }
          if (closing !== -1) at += 1
          cells += 1
          if (bytes[at] !== delimiter) break
          at += 1
          if (!isSpaced) continue
          at = afterSpaces(bytes, at)
          if (bytes[at] === LINE_FEED || bytes[at] === RETURN) break
        }
      const rowEnd = at
      at += bytes[at] === RETURN && bytes[at + 1] === LINE_FEED ? 2 : 1
      if (rowEnd - start > MAX_ROW_BYTES)
        return {
          at,
          line,
          error: fail(
            'file-unreadable',
            text('tableFile.longLine', { file: plan.file, line, most: MAX_ROW_BYTES }),
          ).error,
        }
      // Whether its cells are empty is not seen from the bytes.
      if (hasQuotes && trouble?.kind === 'time') return toTexts
      if (isEmpty || (trouble?.kind === 'time' && isHollow(bytes, start, rowEnd, delimiter)))
        collector.emptyLine()
      else if (skip.rows > 0) skip.rows -= 1
      else {
        const error = collector.endRow(cells, line, trouble)
        if (error) return { at, line, error }
      }
      line += 1
    }
    return { at, line, error: null }
  }
}

/** Whether a row has nothing but delimiters, as spreadsheets write below a table. */
function isHollow(bytes: Uint8Array, from: number, to: number, delimiter: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]
    if (byte !== delimiter && byte !== SPACE && byte !== TAB) return false
  }
  return true
}
