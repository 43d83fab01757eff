import type { ListedRun } from '@contract/run/kept-run'
import type { SettingName } from '@contract/settings/setting'
import { SETTING_NAMES, SETTINGS, settingsOf } from '@contract/settings/settings'

/** Settings that say something of a run, and not the same of all; never the seed, which says nothing of what was tried. */
export function differingSettings(runs: readonly ListedRun[]): readonly SettingName[] {
  const all = runs.flatMap(({ config }) => (config ? [settingsOf(config)] : []))
  return SETTING_NAMES.filter((name) => {
    if (name === 'seed') return false
    const applying = all.filter((settings) => SETTINGS[name].applies?.(settings) ?? true)
    return new Set(applying.map((settings) => settings[name])).size > 1
  })
}
