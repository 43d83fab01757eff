import { checkSetting, parseRunConfig } from '@contract/settings/parse-settings'
import {
  type ChoiceSetting,
  LIVE_SETTINGS,
  type NumericSetting,
  type RunConfig,
  type SwitchSetting,
} from '@contract/settings/run-config'
import { CHOICES, LIMITS, SWITCHES } from '@contract/settings/setting-limits'
import { parseNumber } from './parse-number'

/** A setting that is picked and not typed: it is never half written. */
export type PickedSetting = ChoiceSetting | SwitchSetting
export type Picks = Partial<Pick<RunConfig, PickedSetting>>

/** What a person has typed or picked and what is not, or not yet, in force. Absent: the value in force is shown. */
export type Draft = {
  readonly texts: { readonly [Name in NumericSetting]?: string }
  readonly picks: Picks
}

/** Nothing typed and nothing picked. */
export const EMPTY_DRAFT: Draft = { texts: {}, picks: {} }

const NUMERIC = Object.keys(LIMITS) as NumericSetting[]
const PICKED = [...Object.keys(CHOICES), ...Object.keys(SWITCHES)] as PickedSetting[]
const SETTINGS: readonly (keyof RunConfig)[] = [...NUMERIC, ...PICKED]

const live: readonly string[] = LIVE_SETTINGS

/** Settings of a network and its training: another value needs a new run. */
export const RESET_SETTINGS = SETTINGS.filter((name) => !live.includes(name))

/** What a setting is called, wherever it stands. */
export function settingLabel(name: keyof RunConfig): string {
  const labels: { readonly [Name in string]?: { readonly label: string } } = {
    ...LIMITS,
    ...CHOICES,
    ...SWITCHES,
  }
  return labels[name]?.label ?? name
}

/** Settings that are possible one by one and perhaps not together, the one that is to blame first. */
const TOGETHER = [
  ['points', 'span', 'updates'],
  ['family', 'cell', 'layers'],
] as const satisfies readonly (readonly (keyof RunConfig)[])[]

/** How a field stands: its value is what is in force, on its way or waiting for Reset, or it is not valid. */
export type FieldState =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'invalid'; readonly message: string }

export type Problems = { readonly [Name in keyof RunConfig]?: string }

/** A draft read as settings: what is not valid stays as it is in force. */
export type ReadDraft = { readonly config: RunConfig; readonly problems: Problems }

function check(name: NumericSetting, text: string) {
  const value = parseNumber(text)
  // "NaN was given" is no sentence for a person: say what was typed.
  return checkSetting(name, Number.isNaN(value) ? text.trim() || undefined : value)
}

function isDrafted(draft: Draft, name: keyof RunConfig): boolean {
  return Object.hasOwn(draft.texts, name) || Object.hasOwn(draft.picks, name)
}

function only(names: readonly (keyof RunConfig)[], config: RunConfig): Partial<RunConfig> {
  return Object.fromEntries(names.map((name) => [name, config[name]]))
}

/** Reads a draft over the settings in force. */
export function readDraft(draft: Draft, inForce: RunConfig): ReadDraft {
  const problems: { -readonly [Name in keyof RunConfig]?: string } = {}
  let config: { -readonly [Name in keyof RunConfig]: RunConfig[Name] } = { ...inForce, ...draft.picks }
  for (const name of NUMERIC) {
    const text = draft.texts[name]
    if (text === undefined) continue
    const checked = check(name, text)
    if (checked.ok) config[name] = checked.value
    else problems[name] = checked.error.message
  }
  for (const names of TOGETHER) {
    const whole = parseRunConfig({ ...inForce, ...only(names, config) })
    if (whole.ok) continue
    // Each is possible alone and together they are not: one that was changed says so and none is sent.
    const culprit = names.find((name) => isDrafted(draft, name)) ?? names[0]
    problems[culprit] ??= whole.error.message
    config = { ...config, ...only(names, inForce) }
  }
  return { config, problems }
}

/** Says how one field stands against the settings in force. */
export function fieldState(name: keyof RunConfig, draft: Draft, inForce: RunConfig): FieldState {
  if (!isDrafted(draft, name)) return { kind: 'in-force' }
  const { config, problems } = readDraft(draft, inForce)
  const message = problems[name]
  if (message !== undefined) return { kind: 'invalid', message }
  return config[name] === inForce[name] ? { kind: 'in-force' } : { kind: 'changed' }
}

/** The draft without what was changed of these settings. */
export function withoutSettings(draft: Draft, names: readonly (keyof RunConfig)[]): Draft {
  const left = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name as keyof RunConfig)))
  return { texts: left(draft.texts), picks: left(draft.picks) }
}

/** Leaves out of a draft what has come into force, except the field that is being typed in. */
export function settleDraft(draft: Draft, inForce: RunConfig, editing: NumericSetting | null): Draft {
  const typed = NUMERIC.filter(
    (name) => name !== editing && parseNumber(draft.texts[name] ?? '') === inForce[name],
  )
  const picked = PICKED.filter((name) => draft.picks[name] === inForce[name])
  // The same object when nothing has settled, so that nobody renders for it.
  return typed.length + picked.length === 0 ? draft : withoutSettings(draft, [...typed, ...picked])
}

/** A draft that changes everything that differs from `wanted`. */
export function draftOf(wanted: RunConfig, inForce: RunConfig): Draft {
  const differing = <Name extends keyof RunConfig>(names: readonly Name[]) =>
    names.filter((name) => wanted[name] !== inForce[name])
  return {
    texts: Object.fromEntries(differing(NUMERIC).map((name) => [name, String(wanted[name])])),
    picks: only(differing(PICKED), wanted),
  }
}

/** The settings in which two configurations differ, in the panel's order. */
export function differences(a: RunConfig, b: RunConfig): (keyof RunConfig)[] {
  return SETTINGS.filter((name) => a[name] !== b[name])
}
