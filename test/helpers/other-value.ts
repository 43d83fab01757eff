import { CHOICES } from '@contract/settings/choices'
import { LESSON } from '@contract/settings/lesson'
import { NUMBERS } from '@contract/settings/numbers'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { isNumber, isSwitch, settingOf } from '@contract/settings/settings'

/** A value that a setting can have and these settings, the lesson's if no others are given, have not. */
export function otherValue(name: SettingName, config: RunConfig = LESSON): Settings[SettingName] {
  if (isNumber(name)) {
    const usual = settingOf(config, name)
    return NUMBERS[name].whole ? usual + 1 : Number((usual + 0.01).toFixed(6))
  }
  if (isSwitch(name)) return !settingOf(config, name)
  const usual = settingOf(config, name)
  const other = Object.keys(CHOICES[name].values).find((value) => value !== usual)
  if (other === undefined) throw new Error(`${name} has one value only`)
  return other as Settings[typeof name]
}
