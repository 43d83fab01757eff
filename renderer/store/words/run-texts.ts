import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { type KeptRun, learnedName } from '@contract/run/kept-run'
import type { RunConfig } from '@contract/settings/run-config'
import type { SettingName } from '@contract/settings/setting'
import { SETTINGS, settingsOf } from '@contract/settings/settings'
import { changesFrom, nearestEntry } from './preset-list'

/** Milliseconds of each unit, the largest first. */
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago something was: `3 minutes ago`, `yesterday`; a clock that was set back makes it `just now`. */
export function agoText(moment: number, now: number): Text {
  const past = now - moment
  const found = UNITS.find(([, milliseconds]) => past >= milliseconds)
  const [unit, milliseconds] = found ?? UNITS[2]
  return text('runList.ago', { count: Math.max(0, Math.floor(past / milliseconds)), unit })
}

/** Its name or what it learns, the network and its place in a few words: `Sunspots: LSTM(1 → 64) → Linear(64 → 1), 5,424 updates`. */
export function shortText({ name, config, network, updatesDone }: KeptRun): Text {
  const learned = name === null ? learnedName(config) : text('runList.named', { name })
  return text('runList.short', { learned, network, updates: updatesDone })
}

/** What a run is called: as a person has named it, or else by the preset that it is nearest to, or else by its network. */
export function titleText({ name, config, network }: KeptRun): Text {
  if (name !== null) return text('runList.named', { name })
  return config ? nearestEntry(config).label : text('runList.named', { name: network })
}

const BACK = {
  paused: 'runList.backPaused',
  finished: 'runList.backFinished',
  diverged: 'runList.backDiverged',
} as const

/** That a run is there again, and what to do with it. */
export function backText({ phase, updatesDone }: KeptRun): Text {
  return text(BACK[phase], { update: updatesDone })
}

/** What a run learned and from which preset, and what of that was changed; null where the settings are not known. */
export function originText(config: RunConfig | null): Text | null {
  if (!config) return null
  const entry = nearestEntry(config)
  const { label: preset } = entry
  const changed = changesFrom(entry, config)
  if (changed.length === 0) return preset
  const changes = changed.map((name) => ({
    label: SETTINGS[name].label,
    value: valueText(name, settingsOf(config)[name]),
  }))
  return text('runList.changed', { preset, changes })
}

/** What a setting is set to, as its field has it. */
export function valueText(
  name: SettingName,
  value: string | number | boolean | undefined,
): Text | number | boolean {
  if (value === undefined) throw new Error(`${name} has no value`)
  if (typeof value !== 'string') return value
  const setting = SETTINGS[name]
  const choices: { readonly [value: string]: Text } = 'values' in setting ? setting.values : {}
  const chosen = choices[value]
  if (!chosen) throw new Error(`${name} has no value ${value}`)
  return chosen
}

const STANDS = {
  paused: 'runList.paused',
  finished: 'runList.finished',
  diverged: 'runList.diverged',
} as const

/** Where a run stands: `finished at update 60, loss 0.0137`. */
export function standText({ phase, updatesDone, goal, loss }: KeptRun): Text {
  return text(STANDS[phase], {
    updates: updatesDone,
    goal,
    loss: loss === null ? null : text('figures.loss', { value: loss }),
  })
}
