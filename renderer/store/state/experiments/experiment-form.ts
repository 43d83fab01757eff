import type { ExperimentPlan, Varied, VariedName } from '@contract/experiment/experiment'
import { MOST_SEEDS, MOST_VALUES, USUAL_SEEDS } from '@contract/experiment/limits'
import { parsePlan } from '@contract/experiment/parse-plan'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { fail, ok, type Result } from '@contract/result'
import { offeredValues } from '@contract/settings/choices'
import { NUMBERS } from '@contract/settings/numbers'
import { checkNumber } from '@contract/settings/parse-settings'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { NumberName } from '@contract/settings/setting'
import {
  isNumber,
  isSwitch,
  SETTING_NAMES,
  SETTINGS,
  settingOf,
  settingsOf,
} from '@contract/settings/settings'
import { formatSetting } from '../../words/format'
import { parseNumber } from '../../words/parse-number'
import { type LaneDraft, lanesOfForm, proposedLanes, racePlan } from './race-form'
import { spreadValues } from './spread-values'

/** A setting that is to be varied, as it is typed; what is null is what is proposed. */
export type VariedDraft = {
  readonly setting: VariedName
  readonly least: string | null
  readonly most: string | null
  readonly count: string | null
  /** Of a choice or a switch: the values that are ticked. */
  readonly ticked: readonly (string | boolean)[] | null
}

/** A new experiment as it is typed; what is null is what is proposed. */
export type ExperimentForm = {
  readonly kind: 'seeds' | 'sweep' | 'race'
  readonly count: string | null
  readonly perCell: string | null
  readonly first: string | null
  /** One or two. */
  readonly varied: readonly VariedDraft[]
  readonly lanes: readonly LaneDraft[] | null
}

export type FormField =
  | 'count'
  | 'perCell'
  | 'first'
  | `${'least' | 'most' | 'count' | 'values'}-${number}`
  | `lane-${number}-${number}`

/** What a form comes to: a plan, or what is wrong, by field. */
export type ReadForm = {
  readonly plan: ExperimentPlan | null
  readonly problems: ReadonlyMap<FormField, Text>
  /** What does not go together, in one sentence. */
  readonly problem: Text | null
  readonly varied: readonly Varied[]
}

/** Seeds of each cell that are proposed for a sweep. */
const USUAL_PER_CELL = 5
const USUAL_VALUES = 5
const LAST_SEED = NUMBERS.seed.max

export function draftOf(setting: VariedName): VariedDraft {
  return { setting, least: null, most: null, count: null, ticked: null }
}

export const EMPTY_EXPERIMENT_FORM: ExperimentForm = {
  ...{ kind: 'seeds', count: null, perCell: null, first: null },
  varied: [draftOf('learningRate')],
  lanes: null,
}

/** The settings that can be varied beside these: all that do anything, but the seed. */
export function variableSettings(base: RunConfig): readonly VariedName[] {
  const settings = settingsOf(base)
  return SETTING_NAMES.filter(
    (name): name is VariedName => name !== 'seed' && (SETTINGS[name].applies?.(settings) ?? true),
  )
}

/**
 * The first seed that is proposed: the one after that of the present run, so that this is none of those that it is compared with;
 * where no so many follow, as many that come before it.
 */
export function proposedFirst(base: RunConfig, count: number): number {
  const { seed } = base.network
  return seed + count <= LAST_SEED ? seed + 1 : Math.max(0, seed - count)
}

/** What is proposed for a number: from a tenth to ten times a rate, from half to twice of all else, within its limits. */
export function proposedEnds(
  base: RunConfig,
  name: NumberName,
): { readonly least: number; readonly most: number } {
  const { min, max, whole, step } = NUMBERS[name]
  const value = settingOf(base, name)
  const factor = step === 'proportion' ? 10 : 2
  const within = (end: number) =>
    Math.min(max, Math.max(min, whole ? Math.round(end) : Number(end.toPrecision(6))))
  const [least, most] = [within(value / factor), within(value * factor)]
  return least < most ? { least, most } : { least: min, most: within(min + (whole ? USUAL_VALUES - 1 : 1)) }
}

/** The values that a choice or a switch can have. */
export function allValues(name: VariedName): readonly (string | boolean)[] {
  if (isNumber(name)) return []
  return isSwitch(name) ? [false, true] : offeredValues(name)
}

/** What stands in the fields of a form, typed or proposed. */
export function shownCounts(form: ExperimentForm, base: RunConfig) {
  const count = form.count ?? String(USUAL_SEEDS)
  const perCell = form.perCell ?? String(USUAL_PER_CELL)
  const typed = parseNumber(form.kind === 'seeds' ? count : perCell)
  const first = form.first ?? String(proposedFirst(base, Number.isInteger(typed) && typed > 0 ? typed : 1))
  return { count, perCell, first }
}

/** What stands in the fields of a number that is varied. */
export function shownSpread(draft: VariedDraft, base: RunConfig) {
  const name = draft.setting
  const ends = isNumber(name) ? proposedEnds(base, name) : { least: 0, most: 0 }
  return {
    least: draft.least ?? formatSetting(ends.least),
    most: draft.most ?? formatSetting(ends.most),
    count: draft.count ?? String(USUAL_VALUES),
  }
}

/** Reads a form over the settings that all its runs have. */
export function readForm(form: ExperimentForm, base: RunConfig): ReadForm {
  return form.kind === 'race' ? readRace(form, base) : readSeeds(form, base)
}

function readRace(form: ExperimentForm, base: RunConfig): ReadForm {
  const problems = new Map<FormField, Text>()
  const lanes = lanesOfForm(form.lanes ?? proposedLanes(base), base, (lane, change, problem) =>
    problems.set(`lane-${lane}-${change}`, problem),
  )
  if (problems.size > 0) return { plan: null, problems, problem: null, varied: [] }
  const read = racePlan(lanes)
  const [plan, problem] = read.ok ? [read.value, null] : [null, read.error.text]
  return { plan, problems, problem, varied: [] }
}

function readSeeds(form: ExperimentForm, base: RunConfig): ReadForm {
  const problems = new Map<FormField, Text>()
  const { count, perCell, first } = shownCounts(form, base)
  const take = <T>(field: FormField, result: Result<T>): T | null => {
    if (result.ok) return result.value
    problems.set(field, result.error.text)
    return null
  }
  const [field, typed, least] =
    form.kind === 'seeds' ? (['count', count, 2] as const) : (['perCell', perCell, 1] as const)
  const seeds = take(field, whole(text('experiments.count'), typed, least, MOST_SEEDS))
  const from = take('first', whole(text('experiments.first'), first, 0, LAST_SEED - (seeds ?? 1) + 1))
  const varied =
    form.kind === 'seeds'
      ? []
      : form.varied.map((draft, at) => {
          const values = isNumber(draft.setting)
            ? readSpread(draft, draft.setting, base, (name, result) => take(`${name}-${at}`, result))
            : take(`values-${at}`, ticked(draft))
          return { setting: draft.setting, values: values ?? [] } as Varied
        })
  if (problems.size > 0 || seeds === null || from === null)
    return { plan: null, problems, problem: null, varied }
  const parsed = parsePlan(planOf(form, base, varied, { first: from, count: seeds }))
  return {
    plan: parsed.ok ? parsed.value : null,
    problems,
    problem: parsed.ok ? null : parsed.error.text,
    varied,
  }
}

function planOf(
  { kind }: ExperimentForm,
  base: RunConfig,
  varied: readonly Varied[],
  seeds: { readonly first: number; readonly count: number },
): ExperimentPlan {
  const [one, other] = varied
  if (kind === 'seeds' || !one) return { kind: 'seeds', base, seeds }
  return { kind: 'sweep', base, varied: other ? [one, other] : [one], seeds }
}

/** A whole number within limits, as it is typed; the error is one sentence. */
function whole(label: Text, typed: string, min: number, max: number): Result<number> {
  const value = parseNumber(typed)
  if (Number.isInteger(value) && value >= min && value <= max) return ok(value)
  const found = Number.isNaN(value)
    ? text('names.quoted', { escaped: JSON.stringify(typed).slice(1, -1) })
    : value
  return fail('invalid-setting', text('settingRules.number', { label, whole: true, min, max, found }))
}

function readSpread(
  draft: VariedDraft,
  name: NumberName,
  base: RunConfig,
  take: <T>(field: 'least' | 'most' | 'count', result: Result<T>) => T | null,
): readonly Settings[NumberName][] | null {
  const shown = shownSpread(draft, base)
  const end = (typed: string) => {
    const value = parseNumber(typed)
    // "NaN was given" is no sentence for a person: say what was typed.
    return checkNumber(name, Number.isNaN(value) ? typed.trim() || undefined : value)
  }
  const least = take('least', end(shown.least))
  const most = take('most', end(shown.most))
  const count = take('count', whole(text('experiments.valueCount'), shown.count, 2, MOST_VALUES))
  if (least === null || most === null || count === null) return null
  if (least >= most)
    return take('most', fail('invalid-setting', text('experiments.noSpread', { least, most })))
  return spreadValues(name, least, most, count)
}

function ticked(draft: VariedDraft): Result<readonly (string | boolean)[]> {
  const all = allValues(draft.setting)
  const values = draft.ticked === null ? all : all.filter((value) => draft.ticked?.includes(value))
  return values.length >= 2 ? ok(values) : fail('invalid-setting', text('experiments.fewTicked'))
}
