import { PRESETS, type Preset, type PresetId, presetOf } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { differences } from '@contract/settings/settings'
import type { AppState } from '../state/app-state'
import { readDraft, settleDraft } from '../state/settings-draft'
import { configInForce } from './selectors'

function nearest(config: RunConfig): Preset | undefined {
  const far = (preset: Preset) => differences(preset.config, config).length
  return [...PRESETS].sort((a, b) => far(a) - far(b))[0]
}

function named(id: PresetId | null): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id)
}

/**
 * The preset that the settings are, or have been made from: the one chosen last, or the one that fits best
 * when none was chosen, as after a reload of the page.
 */
export function currentPreset(state: AppState): Preset {
  const config = configInForce(state)
  const preset = named(state.presetId) ?? presetOf(config) ?? nearest(config)
  if (!preset) throw new Error('there are no presets')
  return preset
}

/** The preset that the list shows and that waits for Apply; null when the list shows the present one. */
export function lookedAt(state: AppState): Preset | null {
  const preset = named(state.lookedAtPreset)
  return preset && preset !== currentPreset(state) ? preset : null
}

/** What differs from the present preset, changes that still wait included. */
export function changedFromPreset(state: AppState): readonly SettingName[] {
  const { config } = readDraft(state.draft, configInForce(state))
  return differences(currentPreset(state).config, config)
}

/** Whether there is anything that "Back to the preset" would do away with. */
export function isModified(state: AppState): boolean {
  if (changedFromPreset(state).length > 0) return true
  // A text that is not valid is no other setting, but it is there.
  const unsettled = settleDraft(state.draft, currentPreset(state).config, null)
  return Object.keys(unsettled.texts).length + Object.keys(unsettled.picks).length > 0
}
