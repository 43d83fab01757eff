import type { ColumnSummary, ReadSeries } from '@contract/data/read-series'
import { tableSettings } from '@contract/data/table/table-run'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { parseSource } from '@contract/settings/parse-source'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import { settingsOf, withSettings } from '@contract/settings/settings'
import { MAX_INPUTS, MAX_OUTPUTS, type SeriesSource } from '@contract/settings/source-config'
import { type Draft, EMPTY_DRAFT, type Problems, readDraft } from './settings-draft'

/** What each column of a series is for, and how windows are cut out of it. */
export type RolesDraft = {
  readonly inputs: readonly string[]
  readonly targets: readonly string[]
  /** What of them was set by hand, each column and role once; all else is guessed. */
  readonly byHand: readonly RoleByHand[]
  /** What was typed and picked of the settings of the data. */
  readonly settings: Draft
}

export type Role = 'inputs' | 'targets'

export type RoleByHand = { readonly role: Role; readonly name: string; readonly on: boolean }

/** The most columns in each role. */
export const MOST: { readonly [Which in Role]: number } = { inputs: MAX_INPUTS, targets: MAX_OUTPUTS }

/** Whether there is anything in a column to learn from. */
export function isUsable({ missing }: ColumnSummary, rows: number): boolean {
  return missing < rows
}

/**
 * The roles that a series begins with: one column alone says its own next value; of several the last one is said, from
 * its own past and that of all others, or the last of them where they are too many. No input is what would leave no window.
 *
 * @param before of the series that the same table was read as before: what was set by hand there stays where there is such a
 *   column, and room for it
 */
export function rolesOf(series: ReadSeries, before: RolesDraft | null = null): RolesDraft {
  const { columns, rows } = series
  const usable = columns.filter((column) => isUsable(column, rows)).map(({ name }) => name)
  const guessed: RolesDraft = {
    inputs: usable.slice(-MAX_INPUTS).filter((name) => !series.windowless.includes(name)),
    targets: usable.slice(-1),
    byHand: [],
    settings: before?.settings ?? EMPTY_DRAFT,
  }
  // What was taken out first: it makes room.
  const byHand = (before?.byHand ?? []).toSorted((a, b) => Number(a.on) - Number(b.on))
  return byHand.reduce((roles, { role, name, on }) => {
    const hasRoom = !on || roles[role].length < MOST[role]
    return usable.includes(name) && hasRoom ? withRole(roles, series, role, name, on) : roles
  }, guessed)
}

/**
 * The roles of a series that was read again in another way: a column that is new is an input where there is room, and what
 * was not set by hand is one where it leaves a window.
 */
export function rolesAgain(roles: RolesDraft, before: ReadSeries, series: ReadSeries): RolesDraft {
  const names = series.columns.map(({ name }) => name)
  const known = new Set(before.columns.map(({ name }) => name))
  const byHand = new Set(roles.byHand.filter(({ role }) => role === 'inputs').map(({ name }) => name))
  const isNew = (name: string) => !known.has(name) || (!byHand.has(name) && before.windowless.includes(name))
  const isOut = (name: string) => !byHand.has(name) && series.windowless.includes(name)
  const inputs = names.filter((name) => !isOut(name) && (roles.inputs.includes(name) || isNew(name)))
  const targets = roles.targets.filter((name) => names.includes(name))
  return { ...roles, inputs: inputs.slice(0, MAX_INPUTS), targets }
}

/** The columns that are no inputs as they would leave no window. */
export function leftOut({ windowless }: ReadSeries, { inputs, byHand }: RolesDraft): readonly string[] {
  const isByHand = (name: string) => byHand.some((one) => one.role === 'inputs' && one.name === name)
  return windowless.filter((name) => !inputs.includes(name) && !isByHand(name))
}

/** Puts a column into a role, or takes it out; the columns stay in the order of the series. */
export function withRole(
  draft: RolesDraft,
  { columns }: ReadSeries,
  role: Role,
  name: string,
  on: boolean,
): RolesDraft {
  const chosen = new Set(draft[role])
  if (on) chosen.add(name)
  else chosen.delete(name)
  const byHand = [...draft.byHand.filter((one) => one.role !== role || one.name !== name), { role, name, on }]
  return { ...draft, byHand, [role]: columns.map((column) => column.name).filter((one) => chosen.has(one)) }
}

/** What a series begins with over the settings of a run: the network and its training stay. */
export function beginningOf(config: RunConfig, series: ReadSeries, roles: RolesDraft): RunConfig {
  const { inputs, targets } = roles
  const source: SeriesSource = { kind: 'series', origin: series.origin, inputs, targets }
  return withSettings(config, { ...tableSettings(series.rows), source })
}

/** A draft of roles read as a run: `problem` is what stands in the way, `problems` what each field has of it. */
export type ReadRoles = {
  readonly config: RunConfig
  readonly problems: Problems
  readonly problem: Text | null
}

/** Reads the roles and settings of a series over the settings of the present run. */
export function readRoles(config: RunConfig, series: ReadSeries, roles: RolesDraft): ReadRoles {
  const read = readDraft(roles.settings, beginningOf(config, series, roles))
  const { source, window, horizon } = read.config.data
  // Windows in order of time follow each other without a gap, as they do where a state is carried.
  const wanted = withSettings(read.config, { stride: window })
  const checked = parseSource(source)
  const own = horizon === 0 ? roles.targets.filter((name) => roles.inputs.includes(name)) : []
  const ownText = own.length > 0 ? text('openData.ownValue', { names: own }) : null
  const problems = ownText ? { horizon: ownText, ...read.problems } : read.problems
  const [first = null] = Object.values(problems)
  return { config: wanted, problems, problem: checked.ok ? first : checked.error.text }
}

/** The settings that the fields of the dialog show: what was picked, over what the series begins with. */
export function rolesSettings(config: RunConfig, series: ReadSeries, roles: RolesDraft): Settings {
  return { ...settingsOf(beginningOf(config, series, roles)), ...roles.settings.picks }
}
