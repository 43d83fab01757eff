import { fail, ok, type Result } from '../result'
import { inFigures } from '../words'
import { CHOICES } from './choices'
import { NUMBERS } from './numbers'
import type { RunConfig, Settings } from './run-config'
import type { ChoiceName, NumberName, SettingName, SwitchName } from './setting'
import { isNumber, isSwitch, runConfigOf, SETTING_NAMES } from './settings'
import { SWITCHES } from './switches'
import { RULES } from './together'

function found(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? inFigures(value) : String(value)
  if (value === undefined) return 'nothing'
  if (typeof value === 'bigint') return `${value}`.slice(0, 40)
  try {
    return JSON.stringify(value)?.slice(0, 40) ?? typeof value
  } catch {
    // A circle, or something that JSON has no word for.
    return 'an object'
  }
}

/** Says whether a value is within a setting's limits; the error is one sentence. */
export function checkNumber(name: NumberName, value: unknown): Result<number> {
  const { label, min, max, whole } = NUMBERS[name]
  const good =
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  if (good) return ok(value)
  const kind = whole ? 'a whole number' : 'a number'
  return fail(
    'invalid-setting',
    `${label} must be ${kind} from ${inFigures(min)} to ${inFigures(max)}, but ${found(value)} was given; choose a value in this range.`,
  )
}

/** Says whether a value is one of a setting's choices; the error is one sentence. */
export function checkChoice<Name extends ChoiceName>(name: Name, value: unknown): Result<Settings[Name]> {
  const { label, values } = CHOICES[name]
  if (typeof value === 'string' && Object.hasOwn(values, value)) return ok(value as Settings[Name])
  const names = Object.keys(values).join(', ')
  return fail(
    'invalid-setting',
    `${label} must be one of ${names}, but ${found(value)} was given; choose one of these.`,
  )
}

function checkSwitch(name: SwitchName, value: unknown): Result<boolean> {
  if (typeof value === 'boolean') return ok(value)
  return fail(
    'invalid-setting',
    `${SWITCHES[name].label} must be true or false, but ${found(value)} was given; choose one of these.`,
  )
}

/** Says whether a value is one that the setting can have; the error is one sentence. */
export function checkSetting(name: SettingName, value: unknown): Result<Settings[SettingName]> {
  if (isNumber(name)) return checkNumber(name, value)
  return isSwitch(name) ? checkSwitch(name, value) : checkChoice(name, value)
}

/**
 * Turns settings by name (of the command line, or of a file) into those of a run. Fails with the first setting that is
 * missing or out of its limits, or with what does not go together; other names are left out.
 */
export function parseSettings(value: unknown): Result<RunConfig> {
  if (!isObject(value)) return noObject(value)
  const checked = SETTING_NAMES.map((name) => [name, checkSetting(name, value[name])] as const)
  for (const [, result] of checked) if (!result.ok) return result
  // Every name has just been checked against its own type.
  const settings = Object.fromEntries(
    checked.map(([name, result]) => [name, result.ok && result.value]),
  ) as unknown as Settings
  for (const { problem } of RULES) {
    const sentence = problem(settings)
    if (sentence !== null) return fail('invalid-setting', sentence)
  }
  return ok(runConfigOf(settings))
}

/** Turns anything that a page sent into the settings of a run, and fails as `parseSettings` does. */
export function parseRunConfig(value: unknown): Result<RunConfig> {
  if (!isObject(value)) return noObject(value)
  const { data, network, training } = value
  return parseSettings({ ...part(data), ...part(network), ...part(training) })
}

function part(value: unknown): object {
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function noObject(value: unknown): Result<never> {
  return fail('invalid-setting', `The settings of a run must be an object, but ${found(value)} was given.`)
}
