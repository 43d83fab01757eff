import { fail, ok, type Result } from '../result'
import type { ChoiceSetting, NumericSetting, RunConfig, SwitchSetting } from './run-config'
import { CHOICES, LIMITS, MAX_POINTS_IN_RUN, mostPointsOf, SWITCHES } from './setting-limits'

const NUMERIC = Object.keys(LIMITS) as NumericSetting[]
const CHOSEN = Object.keys(CHOICES) as ChoiceSetting[]
const SWITCHED = Object.keys(SWITCHES) as SwitchSetting[]

/** Writes a number as a person would: 0.000001, not 1e-6; 4,294,967,295 with its commas. */
function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 20 })
}

function found(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : String(value)
  if (value === undefined) return 'nothing'
  return JSON.stringify(value)?.slice(0, 40) ?? typeof value
}

/** Says whether a value is within a setting's limits; the error is one sentence. */
export function checkSetting(name: NumericSetting, value: unknown): Result<number> {
  const { label, min, max, whole } = LIMITS[name]
  const good =
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  if (good) return ok(value)
  const kind = whole ? 'a whole number' : 'a number'
  return fail(
    'invalid-setting',
    `${label} must be ${kind} from ${plain(min)} to ${plain(max)}, but ${found(value)} was given; choose a value in this range.`,
  )
}

/** Says whether a value is one of a setting's choices; the error is one sentence. */
export function checkChoice<Name extends ChoiceSetting>(name: Name, value: unknown): Result<RunConfig[Name]> {
  const { label, values } = CHOICES[name]
  if (typeof value === 'string' && Object.hasOwn(values, value)) return ok(value as RunConfig[Name])
  const names = Object.keys(values).join(', ')
  return fail(
    'invalid-setting',
    `${label} must be one of ${names}, but ${found(value)} was given; choose one of these.`,
  )
}

function checkSwitch(name: SwitchSetting, value: unknown): Result<boolean> {
  if (typeof value === 'boolean') return ok(value)
  return fail(
    'invalid-setting',
    `${SWITCHES[name].label} must be true or false, but ${found(value)} was given; choose one of these.`,
  )
}

/**
 * Turns anything (from the page, the command line, or a file) into settings of a run.
 * Fails with the first setting that is missing or out of its limits, or with what does not go together; unknown
 * keys are left out.
 */
export function parseRunConfig(value: unknown): Result<RunConfig> {
  if (typeof value !== 'object' || value === null)
    return fail('invalid-setting', `The settings of a run must be an object, but ${found(value)} was given.`)
  const given = value as Record<string, unknown>
  const checked = [
    ...NUMERIC.map((name) => [name, checkSetting(name, given[name])] as const),
    ...CHOSEN.map((name) => [name, checkChoice(name, given[name])] as const),
    ...SWITCHED.map((name) => [name, checkSwitch(name, given[name])] as const),
  ]
  for (const [, result] of checked) if (!result.ok) return result
  // Every name has just been checked against its own type.
  const config = Object.fromEntries(
    checked.map(([name, result]) => [name, result.ok && result.value]),
  ) as unknown as RunConfig
  return checkTogether(config)
}

/** What is possible one by one need not be possible together. */
function checkTogether(config: RunConfig): Result<RunConfig> {
  const { updates, family, cell, layers } = config
  const most = updates * mostPointsOf(config)
  if (most > MAX_POINTS_IN_RUN)
    return fail(
      'invalid-setting',
      `A run can keep ${plain(MAX_POINTS_IN_RUN)} predicted points, but ${plain(updates)} updates can make ${plain(most)}; choose fewer updates or fewer points.`,
    )
  if (family === 'tensorflow' && (layers > 1 || cell === 'gru' || cell === 'lstm'))
    return fail(
      'invalid-setting',
      `The TensorFlow family has one layer of the simple RNN, but was asked for ${layers === 1 ? '1 layer' : `${plain(layers)} layers`} of ${CHOICES.cell.values[cell]}; choose PyTorch's family for these.`,
    )
  return ok(config)
}
