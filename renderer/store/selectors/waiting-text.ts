import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { differences, SETTINGS } from '@contract/settings/settings'
import { sameSource } from '@contract/settings/source-config'
import type { AppState } from '../state/app-state'
import { readDraft } from '../state/settings-draft'
import { lookedAt } from './preset-selectors'
import { configInForce } from './selectors'

/**
 * What stands in the settings and is not what the run trains with, in a sentence; null when all of it is in force.
 * Live settings are none of it: they are on their way.
 */
export function waitingText(state: AppState): Text | null {
  const entry = lookedAt(state)
  if (entry) return text('settingsPanel.presetWaits', { label: entry.label })
  const inForce = configInForce(state)
  const { config } = readDraft(state.draft, inForce)
  const names = differences(config, inForce).filter((name) => SETTINGS[name].effect === 'new-run')
  const labels = names.map((name) => SETTINGS[name].label)
  if (!sameSource(config.data.source, inForce.data.source)) labels.unshift(text('settingsPanel.series'))
  return labels.length === 0 ? null : text('settingsPanel.changesWait', { labels })
}
