import { PRESETS, type Preset } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { sameSource } from '@contract/settings/source-config'
import type { AppState } from '../state/app-state'
import { readDraft, settleDraft } from '../state/settings-draft'
import { changesFrom, type Entry, entryNamed, entryOfSource, nearestEntry } from '../words/preset-list'
import { remembered } from './experiments/remembered'
import { configInForce } from './selectors'

/** What follows from settings alone is worked out once, not with every batch of updates. */
const nearest = remembered(nearestEntry)
const changesOf = remembered((entry: Entry) => remembered((config: RunConfig) => changesFrom(entry, config)))

/**
 * The entry of the list that the settings are, or have been made from. A series tells it by itself; of the lesson it is
 * the program that was chosen last, or the one that fits best when none was chosen, as after a reload of the page.
 */
export function currentEntry(state: AppState): Entry {
  const config = configInForce(state)
  const source = state.draft.source ?? config.data.source
  return entryOfSource(source, config) ?? entryNamed(state.presetId) ?? nearest(config)
}

/** The program of the lesson that runs, for how it shows what it does; null for a run of a series. */
export function programShown(state: AppState): Preset | null {
  if (configInForce(state).data.source.kind !== 'lesson') return null
  const { id } = currentEntry(state)
  return PRESETS.find((preset) => preset.id === id) ?? null
}

/** What the list shows and what waits for Apply; null when the list shows what is there. */
export function lookedAt(state: AppState): Entry | null {
  const entry = entryNamed(state.lookedAtEntry)
  return entry && entry !== currentEntry(state) ? entry : null
}

/** What differs from the present entry, changes that still wait included. */
export function changedFromEntry(state: AppState): readonly SettingName[] {
  const { config } = readDraft(state.draft, configInForce(state))
  return changesOf(currentEntry(state))(config)
}

/** Whether the columns are for something else than in the present entry. */
export function hasOtherColumns(state: AppState): boolean {
  const { config } = readDraft(state.draft, configInForce(state))
  return !sameSource(currentEntry(state).config.data.source, config.data.source)
}

/** Whether there is anything that "Back to the preset" would do away with. */
export function isModified(state: AppState): boolean {
  if (changedFromEntry(state).length > 0 || hasOtherColumns(state)) return true
  // A text that is not valid is no other setting, but it is there.
  const unsettled = settleDraft(state.draft, currentEntry(state).config, null)
  return Object.keys(unsettled.texts).length + Object.keys(unsettled.picks).length > 0
}
