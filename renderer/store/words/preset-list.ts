import { MADE_SERIES, suggestedRun } from '@contract/data/made-series'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { PRESETS, type PresetId, presetOf } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { differences, SETTINGS, settingsOf } from '@contract/settings/settings'
import type { MadeName, SourceConfig } from '@contract/settings/source-config'
import { sourceSentence } from './source-sentence'

/** The one entry that has no name of ours: what a person has opened. */
const TABLE = 'table'

export type EntryId = PresetId | MadeName | typeof TABLE

/** The groups of the list, in their order. */
export const ENTRY_GROUPS = ['lesson', 'series', 'table'] as const

/** An entry of the list of presets: settings that are ready to train with. */
export type Entry = {
  readonly id: EntryId
  readonly group: (typeof ENTRY_GROUPS)[number]
  readonly label: Text
  /** Where it comes from, or what it is, in one line. */
  readonly what: Text
  /** What to look at while it trains, in one line; null for what a person has brought along. */
  readonly watch: Text | null
  readonly config: RunConfig
}

const PROGRAMS: readonly Entry[] = PRESETS.map(({ id, label, source, watch, config }) => ({
  id,
  group: 'lesson',
  label,
  what: source,
  watch,
  config,
}))

const SERIES: readonly Entry[] = MADE_SERIES.map(({ name, label, what, watch }) => ({
  id: name,
  group: 'series',
  label,
  what,
  watch,
  config: suggestedRun(name),
}))

/** What can be chosen at any time: the programs of the lesson, and the series to try. */
export const ENTRIES: readonly Entry[] = [...PROGRAMS, ...SERIES]

/** The entry of this name; undefined for the one of a person's own data, which is another one in each run. */
export function entryNamed(id: EntryId | null): Entry | undefined {
  return ENTRIES.find((entry) => entry.id === id)
}

const tables = new WeakMap<RunConfig, Entry>()

/** The entry of a table that a person has opened: whatever its settings are, they are its own. */
function tableEntry(name: string, config: RunConfig): Entry {
  const entry = tables.get(config) ?? {
    id: TABLE,
    group: 'table',
    label: text('seriesPage.fileName', { name }),
    what: sourceSentence(config, null) ?? text('seriesPage.fileName', { name }),
    watch: null,
    config,
  }
  // Who asks again must get the same object, or would render for it.
  tables.set(config, entry)
  return entry
}

/** The entry that a source leaves no choice about; null for the lesson's curve, which all programs learn. */
export function entryOfSource(source: SourceConfig, config: RunConfig): Entry | null {
  if (source.kind === 'lesson') return null
  const { origin } = source
  return origin.kind === 'table' ? tableEntry(origin.name, config) : (entryNamed(origin.name) ?? null)
}

/** The entry that settings in force have been made from, as far as they tell: of the lesson the program that is nearest. */
export function nearestEntry(config: RunConfig): Entry {
  const found = entryOfSource(config.data.source, config) ?? entryNamed(presetOf(config)?.id ?? null)
  if (found) return found
  const far = (entry: Entry) => differences(entry.config, config).length
  const [nearest] = [...PROGRAMS].sort((a, b) => far(a) - far(b))
  if (!nearest) throw new Error('there are no presets')
  return nearest
}

/** The settings in which a run differs from an entry, without those that do nothing in either of them. */
export function changesFrom({ config: ready }: Entry, config: RunConfig): readonly SettingName[] {
  const both = [settingsOf(ready), settingsOf(config)]
  return differences(ready, config).filter((name) =>
    both.some((settings) => SETTINGS[name].applies?.(settings) ?? true),
  )
}
