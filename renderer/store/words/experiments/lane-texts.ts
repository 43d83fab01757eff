import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { learnedName } from '@contract/run/kept-run'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { SETTING_NAMES, SETTINGS, settingOf, settingsOf } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import { valueText } from '../run-texts'

/** Settings whose values say by themselves what they are of. */
const KNOWN_BY_VALUE: readonly SettingName[] = ['cell', 'optimizer']

/** What each lane of a race is called: by what differs between them. No two have the same name. */
export function laneTexts(lanes: readonly RunConfig[]): readonly Text[] {
  const [first] = lanes
  if (!first) return []
  const settings = lanes.map(settingsOf)
  const ordered = [...KNOWN_BY_VALUE, ...SETTING_NAMES.filter((name) => !KNOWN_BY_VALUE.includes(name))]
  const differ = ordered.filter((name) =>
    lanes.some((lane) => settingOf(lane, name) !== settingOf(first, name)),
  )
  const learnOther = lanes.some((lane) => !sameSource(lane.data.source, first.data.source))
  const names = lanes.map((lane, at): readonly Text[] => {
    const own = settings[at]
    const said = differ.filter((name) => own && (SETTINGS[name].applies?.(own) ?? true))
    const learned = learnedName(lane) ?? text('settingsPanel.lessonGroup')
    return [...(learnOther ? [learned] : []), ...said.map((name) => partText(name, lane))]
  })
  const keys = names.map((parts) => JSON.stringify(parts))
  return names.map((parts, at) => {
    const lane = at + 1
    if (parts.length === 0) return text('race.laneNumber', { lane })
    const isOnly = keys.filter((key) => key === keys[at]).length === 1
    return isOnly ? text('race.laneNamed', { parts }) : text('race.laneNumbered', { parts, lane })
  })
}

function partText(name: SettingName, lane: RunConfig): Text {
  const value = valueText(name, settingOf(lane, name))
  if (KNOWN_BY_VALUE.includes(name)) return text('experiments.valueAlone', { value })
  return text('experiments.value', { label: SETTINGS[name].label, value })
}
