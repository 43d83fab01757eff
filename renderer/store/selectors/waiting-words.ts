import { differences, SETTINGS } from '@contract/settings/settings'
import type { AppState } from '../state/app-state'
import { readDraft } from '../state/settings-draft'
import { lookedAt } from './preset-selectors'
import { configInForce } from './selectors'

/**
 * What stands in the settings and is not what the run trains with, in a sentence; null when all of it is in force.
 * Live settings are none of it: they are on their way.
 */
export function waitingWords(state: AppState): string | null {
  const preset = lookedAt(state)
  if (preset) return `The preset “${preset.label}” waits for Apply; this run trains as it was.`
  const inForce = configInForce(state)
  const { config } = readDraft(state.draft, inForce)
  const names = differences(config, inForce).filter((name) => SETTINGS[name].effect === 'new-run')
  const labels = names.map((name) => SETTINGS[name].label.toLowerCase())
  if (labels.length === 0) return null
  if (labels.length === 1)
    return `The change of ${labels[0]} takes effect at Reset; this run trains as it was.`
  const all = `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`
  return `The changes of ${all} take effect at Reset; this run trains as it was.`
}
