import type { Column, Series, SeriesTimes } from '@contract/data/series'
import type { TableRead } from '@contract/data/table/table-read'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { finestUnit } from './cells/finest-unit'
import type { Collector } from './rows/collector'
import { type TablePlan, TEXT, TIME, UNDECIDED } from './rows/plan'
import { sha256Of } from './series-file'

/** The fewest rows that make a series. */
const FEWEST_ROWS = 2

/** The table of the rows that a collector has taken. Fails where they are no series. */
export function tableOf(plan: TablePlan, collector: Collector): Result<TableRead> {
  const { file, columns: names } = plan
  const { rows, roles } = collector
  if (!roles.some((role) => role !== TEXT && role !== TIME))
    return fail('file-unreadable', text('tableFile.noNumbers', { file, example: plan.example }))
  if (rows < FEWEST_ROWS)
    return fail('file-unreadable', text('tableFile.fewRows', { file, fewest: FEWEST_ROWS, found: rows }))
  const all = collector.columns()
  const nameOf = (column: number) => names[column]?.name ?? ''
  const of = (wanted: (column: number) => boolean) => [...roles.keys()].filter(wanted).map(nameOf)
  const columns = [...roles.keys()].flatMap((column): Column[] => {
    const values = all[column]
    if (!values || roles[column] === TIME || roles[column] === UNDECIDED) return []
    return [{ name: nameOf(column), values }]
  })
  if (columns.length === 0)
    return fail('file-unreadable', text('tableFile.noNumbers', { file, example: plan.example }))
  const { time } = plan.choices
  const series: Series = { times: time ? timesOf(time, nameOf, all[time.column]) : { kind: 'rows' }, columns }
  const constant = columns.filter(({ values }) => isConstant(values)).map(({ name }) => name)
  const empty = of((column) => roles[column] === UNDECIDED)
  const notes: Text[] = []
  if (plan.repeated.length > 0) notes.push(text('tableNotes.repeated', { names: plan.repeated }))
  if (empty.length > 0) notes.push(text('tableNotes.empty', { names: empty }))
  if (constant.length > 0) notes.push(text('tableNotes.constant', { names: constant }))
  if (collector.hasTakenUtc() && time) notes.push(text('tableNotes.utc', { column: nameOf(time.column) }))
  return ok({
    series,
    rows,
    lost: collector.lost(),
    textColumns: of((column) => roles[column] === TEXT),
    sha256: sha256Of(series),
    notes,
  })
}

function timesOf(
  { column, format }: NonNullable<TablePlan['choices']['time']>,
  nameOf: (column: number) => string,
  values: Float64Array = new Float64Array(),
): SeriesTimes {
  const name = nameOf(column)
  if (format === 'number') return { kind: 'numbers', name, values }
  return { kind: 'dates', name, values, unit: finestUnit(values) }
}

function isConstant(values: Float64Array): boolean {
  const first = values.find((value) => !Number.isNaN(value))
  return first !== undefined && values.every((value) => value === first || Number.isNaN(value))
}
