import type { VariedName } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import type { RunConfig } from '@contract/settings/run-config'
import { settingOf } from '@contract/settings/settings'
import { configOfSetupCode } from '@contract/setup/setup-code'
import { setupJson } from '@contract/setup/setup-json'
import papaparse from 'papaparse'
import { VARIED_NAMES, writtenValue } from '../vary-option'
import { COLUMNS, type ColumnName, columnOf, ENDS, type RunRow } from './run-row'

/** A run in a table. */
export type TableRun = {
  readonly row: RunRow
  /** Of the run, by its setup code. */
  readonly config: RunConfig
  /** Where it stands, the first line is 1. */
  readonly line: number
  /** Its line as it stands there, without its end. */
  readonly written: string
}

/** The table of a sweep, as it was read. */
export type RunsTable = {
  /** Its first line as it stands there. */
  readonly header: string
  readonly varied: readonly VariedName[]
  readonly runs: readonly TableRun[]
}

/** Characters of a line that a sentence has room for. */
const ROOM = 60

/**
 * Reads the table of a sweep. Its columns may stand in any order, with others among them. A last line that has no end and is
 * not whole is left out: it is being written, or its writer was killed.
 *
 * Fails with `file-unreadable` in one sentence, with the line, what should be there and what is.
 *
 * @param name of the file, for the sentence
 */
export function readRuns(content: string, name: string): Result<RunsTable> {
  const lines = linesOf(content)
  const header = cellsOf(lines[0] ?? '')
  const places = new Map(header.map((column, at) => [column.trim(), at]))
  if (!COLUMNS.every((column) => places.has(column)))
    return refuse(text('runsTable.noHeader', { name, columns: COLUMNS, found: header.join().slice(0, ROOM) }))
  const varied = VARIED_NAMES.filter((setting) => places.has(columnOf(setting))).sort(
    (a, b) => (places.get(columnOf(a)) as number) - (places.get(columnOf(b)) as number),
  )
  const runs: TableRun[] = []
  const known = new Map<string, number>()
  for (const [at, written] of lines.entries()) {
    const line = at + 1
    if (at === 0 || written.trim() === '') continue
    const read = readRow(cellsOf(written), header.length, places, varied)
    if (!read.ok) {
      // The last line is empty where the one before it has an end.
      if (line === lines.length) break
      return refuse(text('runsTable.badLine', { name, line, ...read.fault }))
    }
    const twin = known.get(setupJson(read.run.config))
    if (twin !== undefined) return refuse(text('runsTable.twice', { name, line, twin }))
    known.set(setupJson(read.run.config), line)
    runs.push({ ...read.run, line, written })
  }
  return ok({ header: lines[0] ?? '', varied, runs })
}

/** Whatever ends them, and whether or not all end alike: a sweep goes on below what an editor has saved. */
function linesOf(content: string): readonly string[] {
  return content.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
}

/** Line by line: a quotation mark that nothing closes spoils its own line, and hides none of the next. */
function cellsOf(line: string): readonly string[] {
  return papaparse.parse<string[]>(line, { delimiter: ',' }).data[0] ?? []
}

/** What a line should have and has. */
type Fault = { readonly expected: Text; readonly found: string }
type ReadRow =
  | { readonly ok: true; readonly run: Omit<TableRun, 'line' | 'written'> }
  | { readonly ok: false; readonly fault: Fault }

function readRow(
  cells: readonly string[],
  width: number,
  places: ReadonlyMap<string, number>,
  varied: readonly VariedName[],
): ReadRow {
  const wrong = (expected: Text, found: string): ReadRow => ({ ok: false, fault: { expected, found } })
  if (cells.length !== width) return wrong(text('runsTable.cells', { count: width }), `${cells.length}`)
  const cell = (column: string) => cells[places.get(column) ?? -1]?.trim() ?? ''
  const setup = configOfSetupCode(cell('setup'))
  if (!setup.ok) return wrong(text('runsTable.setup'), cell('setup'))
  const config = setup.value
  for (const setting of varied) {
    const [expected, found] = [settingOf(config, setting), cell(columnOf(setting))]
    if (writtenValue(setting, found.toLowerCase()) !== expected)
      return wrong(text('runsTable.asCoded', { value: `${expected}`, column: columnOf(setting) }), found)
  }
  const { seed } = config.network
  if (cell('seed') === '' || Number(cell('seed')) !== seed)
    return wrong(text('runsTable.asCoded', { value: `${seed}`, column: 'seed' }), cell('seed'))
  const end = ENDS.find((known) => known === cell('end'))
  if (!end) return wrong(text('runsTable.end', { ends: ENDS }), cell('end'))
  const numbers = new Map<ColumnName, number | null>()
  for (const { column, needed, kind } of NUMBERS) {
    const found = cell(column)
    const value = found === '' ? null : Number(found)
    const good = value === null ? !needed : isOfKind(value, kind)
    if (!good) return wrong(text('runsTable.number', { column, kind, needed }), found)
    numbers.set(column, value)
  }
  const number = (column: ColumnName) => numbers.get(column) ?? null
  const float32 = (column: ColumnName) => {
    const value = number(column)
    return value === null ? null : Math.fround(value)
  }
  const row: RunRow = {
    values: varied.map((setting) => settingOf(config, setting)),
    seed,
    end,
    updates: number('updates') ?? 0,
    lastLoss: float32('last_loss'),
    bestLoss: float32('best_loss'),
    validationLoss: float32('validation_loss'),
    bestUpdate: number('best_update'),
    skill: float32('skill'),
    seconds: number('seconds') ?? 0,
    setup: cell('setup'),
  }
  return { ok: true, run: { row, config } }
}

/** What a number of a column can be. */
type NumberKind = 'count' | 'loss' | 'skill' | 'seconds'

const NUMBERS: readonly {
  readonly column: ColumnName
  readonly needed: boolean
  readonly kind: NumberKind
}[] = [
  { column: 'updates', needed: true, kind: 'count' },
  { column: 'last_loss', needed: false, kind: 'loss' },
  { column: 'best_loss', needed: false, kind: 'loss' },
  { column: 'validation_loss', needed: false, kind: 'loss' },
  { column: 'best_update', needed: false, kind: 'count' },
  { column: 'skill', needed: false, kind: 'skill' },
  { column: 'seconds', needed: true, kind: 'seconds' },
]

function isOfKind(value: number, kind: NumberKind): boolean {
  // Of float32: a loss beyond these would count as one of a run that diverged.
  if (!Number.isFinite(Math.fround(value))) return false
  return kind === 'skill' || (value >= 0 && (kind !== 'count' || Number.isInteger(value)))
}

function refuse(why: Text): Result<never> {
  return fail('file-unreadable', why)
}
