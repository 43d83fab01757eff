import type { Text } from '@contract/language/text'
import { checkNumber } from '@contract/settings/parse-settings'
import type { RunConfig, Settings } from '@contract/settings/run-config'
import type { ChoiceName, NumberName, SettingName, SwitchName } from '@contract/settings/setting'
import {
  CHOICE_NAMES,
  NUMBER_NAMES,
  pickSettings,
  runConfigOf,
  SWITCH_NAMES,
  settingOf,
  settingsOf,
} from '@contract/settings/settings'
import { type SourceConfig, sameSource } from '@contract/settings/source-config'
import { RULES } from '@contract/settings/together'
import { parseNumber } from '../words/parse-number'

/** A setting that is picked and not typed: it is never half written. */
export type PickedSetting = ChoiceName | SwitchName
export type Picks = Partial<Pick<Settings, PickedSetting>>

/** What a person has typed or picked and what is not, or not yet, in force. Absent: the value in force is shown. */
export type Draft = {
  readonly texts: { readonly [Name in NumberName]?: string }
  readonly picks: Picks
  /** What is to be learned, where another entry was applied and no run could be made yet. */
  readonly source?: SourceConfig
}

/** Nothing typed and nothing picked. */
export const EMPTY_DRAFT: Draft = { texts: {}, picks: {} }

const PICKED: readonly PickedSetting[] = [...CHOICE_NAMES, ...SWITCH_NAMES]

/** How a field stands: its value is what is in force, on its way or waiting for Reset, or it is not valid. */
export type FieldState =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'invalid'; readonly problem: Text }

export type Problems = { readonly [Name in SettingName]?: Text }

/** A draft read as settings: what is not valid stays as it is in force. */
export type ReadDraft = { readonly config: RunConfig; readonly problems: Problems }

function check(name: NumberName, text: string) {
  const value = parseNumber(text)
  // "NaN was given" is no sentence for a person: say what was typed.
  return checkNumber(name, Number.isNaN(value) ? text.trim() || undefined : value)
}

function isDrafted(draft: Draft, name: SettingName): boolean {
  return Object.hasOwn(draft.texts, name) || Object.hasOwn(draft.picks, name)
}

/** What was read of each draft last: it is asked for with every batch of updates, and changes when a person types. */
const known = new WeakMap<Draft, { readonly inForce: RunConfig; readonly read: ReadDraft }>()

/** Reads a draft over the settings in force. */
export function readDraft(draft: Draft, inForce: RunConfig): ReadDraft {
  const before = known.get(draft)
  if (before?.inForce === inForce) return before.read
  const read = readAnew(draft, inForce)
  known.set(draft, { inForce, read })
  return read
}

function readAnew(draft: Draft, inForce: RunConfig): ReadDraft {
  const problems: { -readonly [Name in SettingName]?: Text } = {}
  const before = settingsOf(inForce)
  const typed: { -readonly [Name in NumberName]?: number } = {}
  for (const name of NUMBER_NAMES) {
    const text = draft.texts[name]
    if (text === undefined) continue
    const checked = check(name, text)
    if (checked.ok) typed[name] = checked.value
    else problems[name] = checked.error.text
  }
  let settings: Settings = {
    ...before,
    ...(draft.source && { source: draft.source }),
    ...draft.picks,
    ...typed,
  }
  for (const { names, problem } of RULES) {
    const broken = problem(settings)
    if (broken === null) continue
    // Each is possible alone and together they are not: one that was changed says so and none is sent.
    const culprit = names.find((name) => isDrafted(draft, name)) ?? names[0]
    if (culprit !== undefined) problems[culprit] ??= broken
    settings = { ...settings, ...pickSettings(before, names) }
  }
  return { config: runConfigOf(settings), problems }
}

/** Says how one field stands against the settings in force. */
export function fieldState(name: SettingName, draft: Draft, inForce: RunConfig): FieldState {
  if (!isDrafted(draft, name)) return { kind: 'in-force' }
  const { config, problems } = readDraft(draft, inForce)
  const problem = problems[name]
  if (problem !== undefined) return { kind: 'invalid', problem }
  return settingOf(config, name) === settingOf(inForce, name) ? { kind: 'in-force' } : { kind: 'changed' }
}

/** The draft without what was changed of these settings. */
export function withoutSettings(draft: Draft, names: readonly SettingName[]): Draft {
  const left = (values: object) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name as SettingName)))
  return { ...draft, texts: left(draft.texts), picks: left(draft.picks) }
}

/** The draft without another source. */
export function withoutSource({ texts, picks }: Draft): Draft {
  return { texts, picks }
}

/** Leaves out of a draft what has come into force, except the field that is being typed in. */
export function settleDraft(draft: Draft, inForce: RunConfig, editing: NumberName | null): Draft {
  const typed = NUMBER_NAMES.filter(
    (name) => name !== editing && parseNumber(draft.texts[name] ?? '') === settingOf(inForce, name),
  )
  const picked = PICKED.filter((name) => draft.picks[name] === settingOf(inForce, name))
  const left = draft.source && sameSource(draft.source, inForce.data.source) ? withoutSource(draft) : draft
  // The same object when nothing has settled, so that nobody renders for it.
  return typed.length + picked.length === 0 ? left : withoutSettings(left, [...typed, ...picked])
}

/** A draft that changes everything that differs from `wanted`. */
export function draftOf(wanted: RunConfig, inForce: RunConfig): Draft {
  const differing = <Name extends SettingName>(names: readonly Name[]) =>
    names.filter((name) => settingOf(wanted, name) !== settingOf(inForce, name))
  const { source } = wanted.data
  return {
    ...(!sameSource(source, inForce.data.source) && { source }),
    texts: Object.fromEntries(differing(NUMBER_NAMES).map((name) => [name, `${settingOf(wanted, name)}`])),
    picks: pickSettings(settingsOf(wanted), differing(PICKED)),
  }
}
