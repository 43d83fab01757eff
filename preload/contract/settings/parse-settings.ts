import type { Text } from '../language/text'
import { text } from '../language/texts'
import { fail, ok, type Result } from '../result'
import { CHOICES, offeredValues } from './choices'
import { LESSON } from './lesson'
import { NUMBERS } from './numbers'
import { parseSource } from './parse-source'
import type { RunConfig, Settings } from './run-config'
import type { ChoiceName, NumberName, SettingName, SwitchName } from './setting'
import {
  isNumber,
  isSwitch,
  OF_SERIES_ALONE,
  pickSettings,
  runConfigOf,
  SETTING_NAMES,
  settingsOf,
} from './settings'
import { SWITCHES } from './switches'
import { RULES } from './together'

const OF_SERIES = pickSettings(settingsOf(LESSON), OF_SERIES_ALONE)

/** The most characters of what was given that a sentence has room for. */
const ROOM = 40

/** What was given, as it would stand in a program, cut; in words where no program has it. */
function found(value: unknown): number | string | Text {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string') {
    // In the quotation marks of the language.
    return text('names.quoted', { escaped: JSON.stringify(value.slice(0, ROOM)).slice(1, -1) })
  }
  if (value === undefined) return text('settingRules.foundNothing')
  if (typeof value === 'bigint') return `${value}`.slice(0, ROOM)
  try {
    return JSON.stringify(value)?.slice(0, ROOM) ?? typeof value
  } catch {
    // A circle, or something that JSON has no word for.
    return text('settingRules.foundObject')
  }
}

/** Says whether a value is within a setting's limits; the error is one sentence. */
export function checkNumber(name: NumberName, value: unknown): Result<number> {
  const { label, min, max, whole } = NUMBERS[name]
  const good =
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  // No negative zero: JSON has none, and a run that is read again must have the same bits.
  if (good) return ok(value + 0)
  return fail('invalid-setting', text('settingRules.number', { label, whole, min, max, found: found(value) }))
}

/** Says whether a value is one of a setting's choices; the error is one sentence. */
export function checkChoice<Name extends ChoiceName>(name: Name, value: unknown): Result<Settings[Name]> {
  const { label, values } = CHOICES[name]
  if (typeof value === 'string' && Object.hasOwn(values, value)) return ok(value as Settings[Name])
  return fail(
    'invalid-setting',
    text('settingRules.choice', { label, names: offeredValues(name), found: found(value) }),
  )
}

function checkSwitch(name: SwitchName, value: unknown): Result<boolean> {
  if (typeof value === 'boolean') return ok(value)
  return fail(
    'invalid-setting',
    text('settingRules.switch', { label: SWITCHES[name].label, found: found(value) }),
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
  // What is written of the lesson's curve says nothing of other series, as in files of version 0.1.0.
  const ofSeries = value.source === undefined ? OF_SERIES : {}
  const whole: Record<string, unknown> = { freezeState: false, ...ofSeries, ...value }
  const source = parseSource(whole.source)
  if (!source.ok) return source
  const checked = SETTING_NAMES.map((name) => [name, checkSetting(name, whole[name])] as const)
  for (const [, result] of checked) if (!result.ok) return result
  // Every name has just been checked against its own type.
  const settings = {
    source: source.value,
    ...Object.fromEntries(checked.map(([name, result]) => [name, result.ok && result.value])),
  } as Settings
  for (const { problem } of RULES) {
    const refused = problem(settings)
    if (refused !== null) return fail('invalid-setting', refused)
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
  return fail('invalid-setting', text('settingRules.object', { found: found(value) }))
}
