import { madeSeriesOf } from '@contract/data/made-series'
import { tableLabel } from '@contract/data/opened-table'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { CHOICES } from '@contract/settings/choices'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { differences, isNumber, isSwitch, SETTINGS, settingOf, settingsOf } from '@contract/settings/settings'
import { type SourceConfig, sameSource } from '@contract/settings/source-config'

/** One setting that would be another, in words. */
export type SetupChange = {
  readonly id: SettingName | 'source' | 'columns'
  readonly label: Text
  readonly from: Text
  readonly to: Text
}

/** What would change from one run's settings to another's: what is learned first, without what does nothing in either. */
export function setupChanges(from: RunConfig, to: RunConfig): readonly SetupChange[] {
  const both = [settingsOf(from), settingsOf(to)]
  const names = differences(from, to).filter((name) =>
    both.some((settings) => SETTINGS[name].applies?.(settings) ?? true),
  )
  return [
    ...sourceChanges(from.data.source, to.data.source),
    ...names.map((name) => ({
      id: name,
      label: SETTINGS[name].label,
      from: valueText(name, from),
      to: valueText(name, to),
    })),
  ]
}

function sourceChanges(from: SourceConfig, to: SourceConfig): SetupChange[] {
  if (sameSource(from, to)) return []
  const series = {
    id: 'source',
    label: text('setup.source'),
    from: nameOf(from),
    to: nameOf(to),
  } as const
  const columns = {
    id: 'columns',
    label: text('setup.inputsAndTargets'),
    from: columnsOf(from),
    to: columnsOf(to),
  } as const
  return JSON.stringify(originOf(from)) === JSON.stringify(originOf(to)) ? [columns] : [series, columns]
}

function originOf(source: SourceConfig) {
  return source.kind === 'lesson' ? null : source.origin
}

function nameOf(source: SourceConfig): Text {
  if (source.kind === 'lesson') return text('settingsPanel.lessonGroup')
  const { origin } = source
  return origin.kind === 'made' ? madeSeriesOf(origin.name).label : tableLabel(origin)
}

function columnsOf(source: SourceConfig): Text {
  if (source.kind === 'lesson') return text('setup.lessonColumns')
  return text('setup.columns', { inputs: source.inputs, targets: source.targets })
}

function valueText(name: SettingName, config: RunConfig): Text {
  if (isNumber(name)) return text('setup.number', { value: settingOf(config, name) })
  if (isSwitch(name)) return text(settingOf(config, name) ? 'setup.yes' : 'setup.no')
  const words: Readonly<Record<string, Text>> = CHOICES[name].values
  return words[settingOf(config, name)] as Text
}
