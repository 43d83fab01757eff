import type { Say } from '@contract/language/say'
import type { ListedRun } from '@contract/run/kept-run'
import { writtenSettings } from '@contract/settings/settings'
import type { RunTableState } from '../../../../store/state/runs/runs-tab-state'
import type { RunColumn, RunValue } from './columns'

/** A row of the table: a run, or all runs that differ in their seeds alone. */
export type RunTableRow =
  | { readonly kind: 'run'; readonly key: string; readonly run: ListedRun; readonly isInGroup: boolean }
  | {
      readonly kind: 'group'
      readonly key: string
      readonly runs: readonly ListedRun[]
      readonly isOpen: boolean
    }

/** The runs that are wanted, in the order that is wanted. */
export function chosenRuns(
  runs: readonly ListedRun[],
  columns: readonly RunColumn[],
  { words, only, sort }: RunTableState,
  say: Say,
): readonly ListedRun[] {
  const wanted = words.toLocaleLowerCase(say.locale).split(/\s+/).filter(Boolean)
  const column = only && columns.find(({ id }) => id === only.column)
  const found = runs.filter((run) => {
    if (column && column.show(column.of(run), say) !== only?.value) return false
    if (wanted.length === 0) return true
    const row = columns.map((each) => each.show(each.of(run), say)).join('\n')
    const lower = row.toLocaleLowerCase(say.locale)
    return wanted.every((word) => lower.includes(word))
  })
  const by = sort && columns.find(({ id }) => id === sort.column)
  return by ? sorted(found, by, sort?.descending ?? false, say) : found
}

/** Stable, so that equal ones stay as they were; what is not known comes last in both directions. */
function sorted(
  runs: readonly ListedRun[],
  column: RunColumn,
  descending: boolean,
  say: Say,
): readonly ListedRun[] {
  const collator = new Intl.Collator(say.locale, { numeric: true })
  const valued = runs.map((run) => ({ run, value: sayable(column.of(run), say) }))
  const sign = descending ? -1 : 1
  valued.sort(({ value: a }, { value: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    if (typeof a === 'number' && typeof b === 'number') return a === b ? 0 : sign * (a < b ? -1 : 1)
    return sign * collator.compare(`${a}`, `${b}`)
  })
  return valued.map(({ run }) => run)
}

function sayable(value: RunValue, say: Say): number | string | null {
  return typeof value === 'object' && value !== null ? say(value) : value
}

/** Runs of one key differ in their seeds at most; one whose settings are not known is by itself. */
function groupKey({ id, config, network }: ListedRun): string {
  if (!config) return id
  const { seed: _, ...settings } = writtenSettings(config)
  return JSON.stringify([network, settings])
}

/** The rows that are listed: a group stands where its first run would. */
export function rowsOf(
  runs: readonly ListedRun[],
  { grouped, openGroups }: RunTableState,
): readonly RunTableRow[] {
  if (!grouped) return runs.map((run) => ({ kind: 'run', key: run.id, run, isInGroup: false }))
  const groups = new Map<string, readonly ListedRun[]>()
  for (const run of runs) {
    const key = groupKey(run)
    groups.set(key, [...(groups.get(key) ?? []), run])
  }
  return [...groups].flatMap(([key, members]): readonly RunTableRow[] => {
    const rows = members.map(
      (run): RunTableRow => ({ kind: 'run', key: run.id, run, isInGroup: members.length > 1 }),
    )
    if (members.length === 1) return rows
    const isOpen = openGroups.includes(key)
    return [{ kind: 'group', key, runs: members, isOpen }, ...(isOpen ? rows : [])]
  })
}
