import type { TableRead } from '@contract/data/table/table-read'
import { MAX_ROW_BYTES } from '@contract/data/table/table-read'
import { text } from '@contract/language/texts'
import { type AppError, fail, type Result } from '@contract/result'
import { tableOf } from '../table-of'
import { createByteRows } from './byte-rows'
import { Collector } from './collector'
import type { TablePlan } from './plan'
import { isEmptyLine, textRows, withLineFeeds } from './text-rows'

const [LINE_FEED, RETURN] = [10, 13]
/** Bytes of lines that the library gets at once, where a row is not simple; twice as many while that has not ended. */
const LINES_AS_TEXTS = 1024
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** Reads a table piece by piece. After a failure it is not to be used any more. */
export type TableParser = {
  /** Takes the next bytes of the file, of which nothing is kept. */
  readonly push: (bytes: Uint8Array) => AppError | null
  readonly finish: () => Result<TableRead>
  readonly rows: () => number
}

/**
 * A parser for the tables of a plan. It holds one row and the piece that it was given, beside the columns of numbers. Rows
 * are read from their bytes, but for those that only the library can tell: `createByteRows` says which.
 */
export function createTableParser(plan: TablePlan): TableParser {
  const { file } = plan
  const { encoding, delimiter } = plan.choices
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  // From here on a table in UTF-16 is one in UTF-8.
  const wide = isWide ? new TextDecoder(encoding) : null
  const narrow = new TextDecoder(isWide ? 'utf-8' : encoding, { ignoreBOM: true })
  const collector = new Collector(plan)
  const byteRows = createByteRows(plan, collector, (bytes) => narrow.decode(bytes))
  // In GBK the second byte of a letter may be that of a vertical line.
  const mayReadBytes = !(encoding === 'gbk' && delimiter === '|')
  const skip = { rows: plan.leading }
  let line = 1
  let isFirst = true
  let carried: Uint8Array = new Uint8Array()
  // Behind the last whole row, where that lies within quotation marks.
  let open = ''

  const refuse = (error: AppError['text']) => fail('file-unreadable', error).error

  /** Takes whole lines. */
  const consume = (bytes: Uint8Array, end: number): AppError | null => {
    let at = 0
    let atOnce = LINES_AS_TEXTS
    while (at < end) {
      if (open === '' && mayReadBytes) {
        const progress = byteRows(bytes, at, end, line, skip)
        if (progress.error) return progress.error
        ;({ at, line } = progress)
        if (at === end) break
        atOnce = LINES_AS_TEXTS
      }
      const to = mayReadBytes ? endOfLine(bytes, Math.min(at + atOnce, end)) : end
      const error = consumeTexts(bytes.subarray(at, to))
      if (error) return error
      at = to
      atOnce *= 2
    }
    return null
  }

  /** Takes whole lines as texts. */
  const consumeTexts = (bytes: Uint8Array): AppError | null => {
    const read = withLineFeeds(narrow.decode(bytes))
    const found = textRows(open + read, delimiter, line)
    for (const row of found.rows) {
      const { cells } = row
      if (found.strayQuote !== null && row.line >= found.strayQuote) break
      if (isEmptyLine(row)) collector.emptyLine()
      else if (skip.rows > 0) skip.rows -= 1
      else {
        let trouble = null
        for (let column = 0; column < cells.length; column += 1)
          trouble ??= collector.cell(column, cells[column] as string)
        if (trouble?.kind === 'time' && cells.every((cell) => cell.trim() === '')) collector.emptyLine()
        else {
          const error = collector.endRow(cells.length, row.line, trouble)
          if (error) return error
        }
      }
    }
    if (found.strayQuote !== null)
      return refuse(text('tableFile.strayQuote', { file, line: found.strayQuote }))
    open = found.rest
    line = found.restLine
    return open.length > MAX_ROW_BYTES ? refuse(text('tableFile.openQuote', { file, line })) : null
  }

  const push = (piece: Uint8Array): AppError | null => {
    let bytes = wide ? Buffer.from(wide.decode(piece, { stream: true })) : piece
    if (isFirst && BYTE_ORDER_MARK.every((byte, i) => bytes[i] === byte)) bytes = bytes.subarray(3)
    isFirst &&= bytes.byteLength === 0
    const joined = carried.byteLength > 0 ? Buffer.concat([carried, bytes]) : bytes
    const zero = joined.indexOf(0)
    if (zero !== -1) {
      const error = refuse(text('tableFile.zeroByte', { file, line: line + lineEnds(joined, zero) }))
      // What comes before it is looked at first, as it may tell of something earlier.
      return consume(joined, endOfLines(joined.subarray(0, zero))) ?? error
    }
    const end = endOfLines(joined)
    carried = joined.slice(end)
    const error = end > 0 ? consume(joined, end) : null
    if (error) return error
    return carried.byteLength > MAX_ROW_BYTES && endOfLines(carried) === 0
      ? refuse(text('tableFile.longLine', { file, line: line + lineEnds(open), most: MAX_ROW_BYTES }))
      : null
  }

  return {
    push,
    rows: () => collector.rows,
    finish: () => {
      const error = push(Uint8Array.of(...(wide ? [] : [LINE_FEED]))) ?? (wide ? flush() : null)
      if (error) return { ok: false, error }
      if (open !== '') return fail('file-unreadable', text('tableFile.openQuote', { file, line }))
      return tableOf(plan, collector)
    },
  }

  /** The last line of a table in UTF-16, which has no line end of its own bytes. */
  function flush(): AppError | null {
    const joined = Buffer.concat([carried, Buffer.from(`${wide?.decode() ?? ''}\n`)])
    return consume(joined, joined.byteLength)
  }
}

/** Behind the line that a place lies in, or that ends before it. */
function endOfLine(bytes: Uint8Array, place: number): number {
  let at = place
  while (bytes[at - 1] !== LINE_FEED && (bytes[at - 1] !== RETURN || bytes[at] === LINE_FEED)) at += 1
  return at
}

/** Behind the last line end; a carriage return at the very end may be half of one. */
function endOfLines(bytes: Uint8Array): number {
  return Math.max(bytes.lastIndexOf(LINE_FEED), bytes.subarray(0, -1).lastIndexOf(RETURN)) + 1
}

/** Line ends of bytes before a place, or of a text. */
function lineEnds(found: Uint8Array | string, before = found.length): number {
  let count = 0
  for (let at = 0; at < before; at += 1) {
    const code = typeof found === 'string' ? found.charCodeAt(at) : found[at]
    const next = typeof found === 'string' ? found.charCodeAt(at + 1) : found[at + 1]
    if (code === LINE_FEED || (code === RETURN && next !== LINE_FEED)) count += 1
  }
  return count
}
