import { TIME_FORMATS, type TimeColumn, type TimeFormat } from '@contract/data/table/table-choices'
import type { Guess } from '@contract/data/table/table-preview'
import { text } from '@contract/language/texts'
import type { NumberStyle } from '../cells/number-text'
import { type TimeReader, timeReader } from '../cells/time-text'

/** Rows by which a column is judged. */
const ROWS = 5000
/** Names that columns of times have. */
const TIMELY =
  /^(?:date|time|datetime|timestamp|day|month|year|t|日期|时间|年份?|年月)(?:$|[^\p{L}])|(?:_|\b)(?:date|time|at)$/iu
/** Bounds within which a number is taken for a year, or for seconds since 1970: from 1973 to 2096. */
const YEARS = [1500, 2200] as const
const SECONDS = [1e8, 4e9] as const

type Reader = { readonly format: TimeFormat; readonly read: TimeReader['read'] }
type Candidate = TimeColumn & { readonly isSure: boolean; readonly example: string }

/**
 * Which column says when the rows were: the first whose texts are all times and grow. What a date like 03/04/2020 is, and
 * whether a number is a time, is asked, unless other rows or its name tell.
 */
export function guessTime(
  rows: readonly (readonly string[])[],
  names: readonly string[] | undefined,
  style: NumberStyle,
): Guess<TimeColumn | null> {
  const some = rows.slice(0, ROWS)
  const readers = TIME_FORMATS.map((format) => ({ format, read: timeReader(format, style).read }))
  const found = (some[0] ?? []).flatMap((_, column) => {
    const cells = some.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return cells.length === 0 ? [] : ofColumn(column, cells, names?.[column]?.trim() ?? '', readers)
  })
  const [first, ...others] = [
    ...found.filter(({ isSure }) => isSure),
    ...found.filter(({ isSure }) => !isSure),
  ]
  if (!first) return { sure: true, value: null }
  const value = columnOf(first)
  const inOthers = others.filter(({ isSure, column }) => isSure || !first.isSure || column === first.column)
  if (first.isSure && inOthers.length === 0) return { sure: true, value }
  const isDate = others.some(({ column }) => column === first.column) && isWritten(first.format)
  const question = isDate
    ? text('tableGuess.dayOrMonth', { example: first.example })
    : text('tableGuess.time', {
        column: names?.[first.column] ?? `${first.column + 1}`,
        example: first.example,
      })
  return { sure: false, value, others: [...inOthers.map(columnOf), null], question }
}

function columnOf({ column, format }: Candidate): TimeColumn {
  return { column, format }
}

function isWritten(format: TimeFormat): boolean {
  return format === 'day-month-year' || format === 'month-day-year'
}

function ofColumn(
  column: number,
  cells: readonly string[],
  name: string,
  readers: readonly Reader[],
): Candidate[] {
  const readable = readers.flatMap(({ format, read }) => {
    const times = timesIn(cells, read)
    return times
      ? [{ format, times, grows: times.every((time, i) => i === 0 || time > (times[i - 1] as number)) }]
      : []
  })
  const example = cells[0]?.trim() ?? ''
  const isTimely = TIMELY.test(name)
  const as = (format: TimeFormat, isSure: boolean): Candidate => ({ column, format, isSure, example })
  const can = (format: TimeFormat) => readable.find((one) => one.format === format)
  const numbers = can('number')
  if (!numbers) {
    const written = readable.filter(({ format }) =>
      ['iso', 'year-month', 'day-month-year', 'month-day-year'].includes(format),
    )
    // What grows comes first; that it does is no proof.
    const sorted = [...written.filter(({ grows }) => grows), ...written.filter(({ grows }) => !grows)]
    return sorted.map(({ format }) => as(format, written.length === 1))
  }
  if (!numbers.grows) return []
  const within = ([least, most]: readonly [number, number], scale = 1) =>
    numbers.times.every((value) => value >= least * scale && value <= most * scale)
  if (can('year') && within(YEARS)) return [as('year', isTimely), ...(isTimely ? [] : [as('number', false)])]
  if (within(SECONDS))
    return [...(can('iso')?.grows ? [as('iso', false)] : []), as('unix-seconds', isTimely && !can('iso'))]
  if (within(SECONDS, 1000)) return [as('unix-milliseconds', isTimely)]
  if (can('iso')?.grows) return [as('iso', isTimely)]
  if (isTimely) return [as('number', true)]
  return column === 0 && numbers.times.length > 1 ? [as('number', false)] : []
}

/** Null where a text is no such time. */
function timesIn(cells: readonly string[], read: TimeReader['read']): number[] | null {
  const times: number[] = []
  for (const cell of cells) {
    const time = read(cell)
    if (time === null) return null
    times.push(time)
  }
  return times
}
