import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import type { ParameterDescription } from '@contract/run/run'
import type { RunConfig } from '@contract/settings/run-config'
import { SETTINGS, settingsOf } from '@contract/settings/settings'
import type { PlannedChange } from '@contract/timeline/planned-changes'
import { DECIDING_SETTINGS, type SettingsEvent } from '@contract/timeline/settings-events'
import { keptTexts } from './kept-touch-words'
import { valueText } from './run-texts'

/** What was changed in a run and from which update on: `from update 31: learning rate 0.02 → 0.01`. */
export function changesText(
  { update, before, after, wiped, touches }: SettingsEvent,
  parameters: readonly ParameterDescription[],
): Text {
  const names = DECIDING_SETTINGS.filter((name) => name in after)
  const changes = names.map((name) =>
    text('rail.change', {
      label: SETTINGS[name].label,
      before: valueText(name, before[name]),
      after: valueText(name, after[name]),
    }),
  )
  const kept = [...wipeOf(wiped), ...keptTexts(touches, parameters)]
  return text('rail.changes', { update, changes: [...changes, ...kept] })
}

function wipeOf(wiped: true | undefined): readonly Text[] {
  return wiped ? [text('rail.wiped')] : []
}

/** What will be changed from which update on: `from update 31: learning rate 0.01`. */
export function plannedText(
  { update, after, wiped, touches }: PlannedChange,
  parameters: readonly ParameterDescription[],
): Text {
  const names = DECIDING_SETTINGS.filter((name) => name in after)
  const changes = names.map((name) =>
    text('rail.plannedChange', { label: SETTINGS[name].label, value: valueText(name, after[name]) }),
  )
  const kept = [...wipeOf(wiped), ...keptTexts(touches, parameters)]
  return text('rail.changes', { update, changes: [...changes, ...kept] })
}

/** How the settings of a moment differ from those of now, in what decides a run's numbers. */
export function settingsThenText(then: RunConfig, now: RunConfig): Text {
  const [before, after] = [settingsOf(then), settingsOf(now)]
  const names = DECIDING_SETTINGS.filter((name) => before[name] !== after[name])
  if (names.length === 0) return text('rail.sameSettings')
  const settings = names.map((name) =>
    text('rail.settingThen', {
      label: SETTINGS[name].label,
      before: valueText(name, before[name]),
      after: valueText(name, after[name]),
    }),
  )
  return text('rail.otherSettings', { settings })
}
