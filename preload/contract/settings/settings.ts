import { CHOICES, type LiveChoice } from './choices'
import { type LiveNumber, NUMBERS } from './numbers'
import type { RunConfig, Settings } from './run-config'
import type { ChoiceName, NumberName, SettingName, SwitchName } from './setting'
import { isOfSeries, sameSource } from './source-config'
import { type LiveSwitch, SWITCHES } from './switches'

/** Every setting. Files have them in this order. */
export const SETTINGS = { ...NUMBERS, ...CHOICES, ...SWITCHES }

export const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[]
export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[]
export const SWITCH_NAMES = Object.keys(SWITCHES) as SwitchName[]
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[]

export type LiveName = LiveNumber | LiveChoice | LiveSwitch
/** What a running run takes over at its next update. */
export type LiveSettings = Pick<Settings, LiveName>

function isLive(name: SettingName): name is LiveName {
  return SETTINGS[name].effect === 'live'
}

export const LIVE_SETTINGS: readonly LiveName[] = SETTING_NAMES.filter(isLive)
/** Settings of a network and its training: another value needs a new run. */
export const NEW_RUN_SETTINGS: readonly SettingName[] = SETTING_NAMES.filter((name) => !isLive(name))

export function isNumber(name: SettingName): name is NumberName {
  return Object.hasOwn(NUMBERS, name)
}

export function isSwitch(name: SettingName): name is SwitchName {
  return Object.hasOwn(SWITCHES, name)
}

/** The value of one setting. */
export function settingOf<Name extends SettingName>(config: RunConfig, name: Name): Settings[Name] {
  // The descriptor's type holds that the group has this name; a generic index is more than the compiler can follow.
  return (config[SETTINGS[name].group] as unknown as Settings)[name]
}

/** A run's settings by name alone, in the order of `SETTINGS`. */
export function settingsOf(config: RunConfig): Settings {
  const values = Object.fromEntries(SETTING_NAMES.map((name) => [name, settingOf(config, name)]))
  return { source: config.data.source, ...values } as Settings
}

/** What says nothing of a run that learns the lesson's curve. */
export const OF_SERIES_ALONE = [
  'source',
  'dataSeed',
  'horizon',
  'window',
  'stride',
  'order',
  'scaling',
  'trainPercent',
  'validationPercent',
  'patience',
] as const satisfies readonly (keyof Settings)[]

/** A run's settings as files have them: of the lesson what files of version 0.1.0 have, to the byte. */
export function writtenSettings(config: RunConfig): Partial<Settings> {
  const settings = settingsOf(config)
  // Older files have none, and those that have it are read by no older version.
  const left = new Set<string>(settings.freezeState ? [] : ['freezeState'])
  if (!isOfSeries(settings)) for (const name of OF_SERIES_ALONE) left.add(name)
  return Object.fromEntries(Object.entries(settings).filter(([name]) => !left.has(name)))
}

/** The settings of these names and nothing else. */
export function pickSettings<Name extends keyof Settings>(
  settings: Pick<Settings, Name>,
  names: readonly Name[],
): Pick<Settings, Name> {
  return Object.fromEntries(names.map((name) => [name, settings[name]])) as Pick<Settings, Name>
}

/** Puts settings into their groups. */
export function runConfigOf(settings: Settings): RunConfig {
  const group = (wanted: keyof RunConfig) =>
    pickSettings(
      settings,
      SETTING_NAMES.filter((name) => SETTINGS[name].group === wanted),
    )
  const { source } = settings
  return { data: { source, ...group('data') }, network: group('network'), training: group('training') }
}

/** A run's settings with some of them changed: `withSettings(LESSON, { hiddenUnits: 8 })`. */
export function withSettings(config: RunConfig, changes: Partial<Settings>): RunConfig {
  return runConfigOf({ ...settingsOf(config), ...changes })
}

/** Whether two runs have the same settings and learn from the same. */
export function sameConfig(a: RunConfig, b: RunConfig): boolean {
  return differences(a, b).length === 0 && sameSource(a.data.source, b.data.source)
}

/** The settings in which two runs differ, in the order of `SETTINGS`. */
export function differences(a: RunConfig, b: RunConfig): SettingName[] {
  return SETTING_NAMES.filter((name) => settingOf(a, name) !== settingOf(b, name))
}
