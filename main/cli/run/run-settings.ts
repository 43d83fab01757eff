import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName, SwitchName } from '@contract/settings/setting'
import { isSwitch, SETTING_NAMES, SETTINGS } from '@contract/settings/settings'

/** The groups in the order in which help lists them. */
const GROUPS: readonly (keyof RunConfig)[] = ['training', 'data', 'network']

const inOrder = GROUPS.flatMap((group) => SETTING_NAMES.filter((name) => SETTINGS[name].group === group))

/** Settings that are written on the command line with a value: `--hidden 8`. */
export const VALUE_SETTINGS: readonly Exclude<SettingName, SwitchName>[] = inOrder.filter(
  (name) => !isSwitch(name),
) as Exclude<SettingName, SwitchName>[]

/** Settings that are on or off: `--carry`, `--no-carry`. */
export const SWITCH_SETTINGS: readonly SwitchName[] = inOrder.filter(isSwitch)

/** How a setting is called on the command line, without dashes. */
export function optionOf(name: SettingName): string {
  return SETTINGS[name].option
}
