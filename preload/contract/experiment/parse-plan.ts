import type { Text, Value } from '../language/text'
import { text } from '../language/texts'
import { fail, ok, type Result } from '../result'
import { CHOICES } from '../settings/choices'
import { NUMBERS } from '../settings/numbers'
import { checkSetting, parseRunConfig } from '../settings/parse-settings'
import type { RunConfig, Settings } from '../settings/run-config'
import type { ChoiceName } from '../settings/setting'
import { SETTING_NAMES, SETTINGS, settingOf, settingsOf } from '../settings/settings'
import { RULES } from '../settings/together'
import type { ExperimentPlan, Seeds, Varied, VariedName } from './experiment'
import { LANES, MOST_RUNS, MOST_SEEDS, MOST_VALUES } from './limits'
import { cellsOf, runCount } from './plan-runs'

/** Where a setting stands in a cell, for a sentence. */
export type CellSetting = { readonly label: Text; readonly value: Text | number }

type ParseConfig = (value: unknown) => Result<RunConfig>

/**
 * Turns anything that a page sent, or a file holds, into the plan of an experiment. Fails with the first thing that is wrong with
 * it, in one sentence that names the cell or the lane: every value within its setting's limits, what goes together in every cell,
 * and no more runs, seeds, values and lanes than `limits.ts` has.
 *
 * @param parseConfig how the settings of a run are written in it
 */
export function parsePlan(value: unknown, parseConfig: ParseConfig = parseRunConfig): Result<ExperimentPlan> {
  if (!isObject(value)) return refused(text('experimentRules.object'))
  switch (value.kind) {
    case 'seeds':
      return parseSeedsPlan(value, parseConfig)
    case 'sweep':
      return parseSweep(value, parseConfig)
    case 'race':
      return parseRace(value, parseConfig)
    default:
      return refused(text('experimentRules.kind'))
  }
}

/** What makes a cell of a plan another than its neighbours, with the words of its settings; nothing where there is one cell. */
export function cellSettings(plan: ExperimentPlan, cell: RunConfig): readonly CellSetting[] {
  if (plan.kind !== 'sweep') return []
  return plan.varied.map(({ setting }) => {
    const value = settingOf(cell, setting)
    return { label: SETTINGS[setting].label, value: valueInWords(setting, value) }
  })
}

function valueInWords(setting: VariedName, value: Settings[VariedName]): Text | number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return text(value ? 'experimentRules.on' : 'experimentRules.off')
  const values: { readonly [value: string]: Text } = CHOICES[setting as ChoiceName].values
  return values[value] as Text
}

function parseSeedsPlan(value: Record<string, unknown>, parseConfig: ParseConfig): Result<ExperimentPlan> {
  const base = parseConfig(value.base)
  if (!base.ok) return base
  const seeds = parseSeeds(value.seeds)
  return seeds.ok ? ok({ kind: 'seeds', base: base.value, seeds: seeds.value }) : seeds
}

function parseSeeds(value: unknown): Result<Seeds> {
  const { first, count } = isObject(value) ? value : {}
  const checked = checkSetting('seed', first)
  if (!checked.ok) return checked
  const start = checked.value as number
  if (!isCount(count) || count > MOST_SEEDS)
    return refused(text('experimentRules.seeds', { most: MOST_SEEDS, found: foundNumber(count) }))
  const { max } = NUMBERS.seed
  if (start + count - 1 > max) return refused(text('experimentRules.lastSeed', { first: start, count, max }))
  return ok({ first: start, count })
}

function parseSweep(value: Record<string, unknown>, parseConfig: ParseConfig): Result<ExperimentPlan> {
  const base = parseConfig(value.base)
  if (!base.ok) return base
  const seeds = parseSeeds(value.seeds)
  if (!seeds.ok) return seeds
  if (!Array.isArray(value.varied) || value.varied.length < 1 || value.varied.length > 2)
    return refused(text('experimentRules.varied'))
  const varied: Varied[] = []
  for (const one of value.varied) {
    const parsed = parseVaried(one)
    if (!parsed.ok) return parsed
    varied.push(parsed.value)
  }
  const [first, second] = varied
  if (!first) return refused(text('experimentRules.varied'))
  if (first.setting === second?.setting)
    return refused(text('experimentRules.variedTwice', { label: SETTINGS[first.setting].label }))
  const plan: ExperimentPlan = {
    kind: 'sweep',
    base: base.value,
    varied: second ? [first, second] : [first],
    seeds: seeds.value,
  }
  const runs = runCount(plan)
  if (runs > MOST_RUNS) return refused(text('experimentRules.runs', { most: MOST_RUNS, found: runs }))
  for (const cell of cellsOf(plan)) {
    const wrong = problemOf(cell)
    if (wrong === null) continue
    const settings = cellSettings(plan, cell).map(({ label, value }): Value => ({ label, value }))
    return refused(text('experimentRules.cell', { settings: settings as never, why: wrong }))
  }
  return ok(plan)
}

function parseVaried(value: unknown): Result<Varied> {
  const { setting, values } = isObject(value) ? value : {}
  if (!isVariedName(setting)) return refused(text('experimentRules.setting'))
  const { label } = SETTINGS[setting]
  const count = Array.isArray(values) ? values.length : 0
  if (!Array.isArray(values) || count < 1 || count > MOST_VALUES)
    return refused(text('experimentRules.values', { label, most: MOST_VALUES, found: count }))
  for (const [at, one] of values.entries()) {
    const checked = checkSetting(setting, one)
    if (!checked.ok) return checked
    if (values.indexOf(one) !== at)
      return refused(text('experimentRules.valueTwice', { label, value: valueInWords(setting, one) }))
  }
  return ok({ setting, values })
}

function parseRace(value: Record<string, unknown>, parseConfig: ParseConfig): Result<ExperimentPlan> {
  const count = Array.isArray(value.lanes) ? value.lanes.length : 0
  if (!Array.isArray(value.lanes) || count < LANES.min || count > LANES.max)
    return refused(text('experimentRules.lanes', { ...LANES, found: count }))
  const lanes: RunConfig[] = []
  for (const [at, lane] of value.lanes.entries()) {
    const parsed = parseConfig(lane)
    if (!parsed.ok) return refused(text('experimentRules.lane', { lane: at + 1, why: parsed.error.text }))
    lanes.push(parsed.value)
  }
  return ok({ kind: 'race', lanes })
}

/** What of a cell's settings does not go together; null when all does. */
function problemOf(cell: RunConfig): Text | null {
  const settings = settingsOf(cell)
  for (const { problem } of RULES) {
    const wrong = problem(settings)
    if (wrong !== null) return wrong
  }
  return null
}

function isVariedName(value: unknown): value is VariedName {
  return typeof value === 'string' && value !== 'seed' && (SETTING_NAMES as readonly string[]).includes(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function foundNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function refused(why: Text) {
  return fail('invalid-setting', why)
}
