import type { VariedName } from '@contract/experiment/experiment'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { CHOICES } from '@contract/settings/choices'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { ChoiceName } from '@contract/settings/setting'
import { differences, isNumber, isSwitch } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import { optionOf } from '../run/run-settings'
import type { RunsTable, TableRun } from '../sweep/table/runs-table'

/** What runs are compared by. */
export const MEASURES = ['last-loss', 'best-loss', 'validation-loss'] as const
export type Measure = (typeof MEASURES)[number]

/** Runs that differ in their seeds alone. */
export type Cell = {
  /** Of the varied settings, in their order. */
  readonly values: readonly Settings[VariedName][]
  /** Of one of its runs. */
  readonly config: RunConfig
  /** The runs that were made; the loss of one that diverged is infinite. */
  readonly runs: readonly { readonly seed: number; readonly loss: number }[]
  /** Runs that were not made: as the first ones had diverged, and as no process could. */
  readonly skipped: number
  readonly failed: number
}

/**
 * The cells of a table: in the order of their values. Fails where two runs differ in more than their columns say, and where a
 * run has no such loss.
 *
 * @param name of the file, for the sentence
 */
export function cellsIn(
  { varied, runs }: RunsTable,
  measure: Measure,
  name: string,
): Result<readonly Cell[]> {
  const [first] = runs
  if (!first) return refuse(text('runsTable.empty', { name }))
  const alone: readonly string[] = [...varied, 'seed']
  for (const { config, line } of runs) {
    const other = differences(first.config, config).find((setting) => !alone.includes(setting))
    const source = sameSource(first.config.data.source, config.data.source)
    if (other === undefined && source) continue
    const what =
      other === undefined
        ? text('runsTable.theSource')
        : text('runsTable.theOption', { option: optionOf(other) })
    return refuse(text('runsTable.otherSettings', { name, line, first: first.line, what }))
  }
  const groups = new Map<string, TableRun[]>()
  for (const run of runs) {
    const key = JSON.stringify(run.row.values)
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  const cells: Cell[] = []
  for (const group of groups.values()) {
    const cell = cellOf(group, measure, name)
    if (!cell.ok) return cell
    cells.push(cell.value)
  }
  return ok(cells.sort((a, b) => inOrder(a.values, b.values, varied)))
}

function cellOf(group: readonly TableRun[], measure: Measure, name: string): Result<Cell> {
  const runs: { seed: number; loss: number }[] = []
  for (const { row, line } of group) {
    if (row.end === 'skipped' || row.end === 'failed') continue
    const loss = row.end === 'diverged' ? Number.POSITIVE_INFINITY : lossOf(row, measure)
    if (loss === null) return refuse(text('runsTable.noLoss', { name, line, measure }))
    runs.push({ seed: row.seed, loss })
  }
  const count = (end: 'skipped' | 'failed') => group.filter(({ row }) => row.end === end).length
  const [{ row, config }] = group as [TableRun]
  return ok({
    values: row.values,
    config,
    runs: runs.sort((a, b) => a.seed - b.seed),
    skipped: count('skipped'),
    failed: count('failed'),
  })
}

function lossOf({ lastLoss, bestLoss, validationLoss }: TableRun['row'], measure: Measure): number | null {
  switch (measure) {
    case 'last-loss':
      return lastLoss
    case 'best-loss':
      return bestLoss
    case 'validation-loss':
      return validationLoss
  }
}

/** Numbers from the lowest, names as the settings list them. */
function inOrder(a: Cell['values'], b: Cell['values'], varied: readonly VariedName[]): number {
  for (const [at, setting] of varied.entries()) {
    const by = rankOf(setting, a[at]) - rankOf(setting, b[at])
    if (by !== 0) return by
  }
  return 0
}

function rankOf(setting: VariedName, value: Settings[VariedName] | undefined): number {
  if (isNumber(setting) || isSwitch(setting)) return Number(value)
  return Object.keys(CHOICES[setting as ChoiceName].values).indexOf(`${value}`)
}

function refuse(why: Text): Result<never> {
  return fail('file-unreadable', why)
}
