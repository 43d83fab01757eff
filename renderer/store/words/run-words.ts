import { inEnglish } from '@contract/language/say'
import type { Text } from '@contract/language/text'
import type { KeptRun } from '@contract/run/kept-run'
import { PRESETS, type Preset } from '@contract/settings/presets'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { differences, SETTINGS, settingsOf } from '@contract/settings/settings'
import { counted, inFigures } from '@contract/words'
import { formatLoss } from './format'

/** Milliseconds of each unit, the largest first. */
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** How long ago something was: `3 minutes ago`, `yesterday`; a clock that was set back makes it `just now`. */
export function agoWords(moment: number, now: number): string {
  const past = now - moment
  const unit = UNITS.find(([, milliseconds]) => past >= milliseconds)
  return unit ? relative.format(-Math.floor(past / unit[1]), unit[0]) : 'just now'
}

/** The network and its place in a few words: `LSTM(1 → 64) → Linear(64 → 1), 5,424 updates`. */
export function shortWords({ network, updatesDone }: KeptRun): string {
  return `${network}, ${counted(updatesDone, 'update')}`
}

/** That a run is there again, and what to do with it. */
export function backWords({ phase, updatesDone }: KeptRun): string {
  const at = inFigures(updatesDone)
  switch (phase) {
    case 'paused':
      return `The run is back, paused at update ${at}. Press Resume to train on.`
    case 'finished':
      return `The run is back, finished at update ${at}.`
    case 'diverged':
      return `The run is back. It broke after update ${at} and cannot go on; press Reset to start it again.`
  }
}

/** From which preset a run comes, and what of it was changed. */
export function originWords(config: RunConfig | null): string {
  if (!config) return ''
  const [nearest] = PRESETS.map((preset): [Preset, readonly SettingName[]] => [
    preset,
    differences(preset.config, config),
  ]).sort(([, a], [, b]) => a.length - b.length)
  if (!nearest) return ''
  const [{ label }, changed] = nearest
  return changed.length === 0
    ? inEnglish(label)
    : `${inEnglish(label)}; changed: ${changed.map((name) => `${inEnglish(SETTINGS[name].label).toLowerCase()} ${valueWords(name, config)}`).join(', ')}`
}

/** What a setting is set to, as its field has it. */
function valueWords(name: SettingName, config: RunConfig): string {
  const value = settingsOf(config)[name]
  const setting = SETTINGS[name]
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return 'values' in setting
    ? wordOf((setting.values as { readonly [value: string]: Text })[value])
    : `${value}`
}

function wordOf(text: Text | undefined): string {
  return text ? inEnglish(text) : ''
}

/** Where a run stands: `finished, 60 updates, loss 0.0137`. */
export function standWords({ phase, updatesDone, goal, loss }: KeptRun): string {
  const place =
    phase === 'paused'
      ? `paused at update ${inFigures(updatesDone)} of ${inFigures(goal)}`
      : phaseWords(phase, updatesDone)
  return loss === null ? place : `${place}, loss ${formatLoss(loss)}`
}

function phaseWords(phase: 'finished' | 'diverged', updatesDone: number): string {
  return phase === 'finished'
    ? `finished at update ${inFigures(updatesDone)}`
    : `broke after update ${inFigures(updatesDone)}`
}
