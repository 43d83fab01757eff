import { checkSetting, parseRunConfig } from '@contract/parse-settings'
import type { NumericSetting, RunConfig } from '@contract/settings'

/** What a person has typed or set and what is not, or not yet, in force. Absent: the value in force is shown. */
export type Draft = {
  readonly texts: { readonly [Name in NumericSetting]?: string }
  readonly carryState: boolean | null
}

/** Nothing typed. */
export const EMPTY_DRAFT: Draft = { texts: {}, carryState: null }

/** Settings of a network: another value makes another network. */
export const NETWORK_SETTINGS = ['hiddenUnits', 'seed'] as const satisfies readonly NumericSetting[]

/** Settings that a running run takes over at its next update. */
export const LIVE_NUMBERS = ['learningRate', 'updates', 'points'] as const satisfies readonly NumericSetting[]

const ALL = [...LIVE_NUMBERS, ...NETWORK_SETTINGS]

/** How a field stands: its text is what is in force, on its way or waiting for Reset, or it is not valid. */
export type FieldState =
  | { readonly kind: 'in-force' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'invalid'; readonly message: string }

/** A draft read as settings: what is not valid stays as it is in force. */
export type ReadDraft = {
  readonly config: RunConfig
  readonly problems: { readonly [Name in NumericSetting]?: string }
}

/** Reads a number as people write it: `1,153`, `0.02`, `0,02`, `2e-3`. NaN when it is none. */
export function parseNumber(text: string): number {
  const trimmed = text.trim()
  const thousands = /^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(trimmed)
  const normal = thousands ? trimmed.replaceAll(',', '') : trimmed.replace(/^(\d*),(\d+)$/, '$1.$2')
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(normal) ? Number(normal) : Number.NaN
}

function check(name: NumericSetting, text: string) {
  const value = parseNumber(text)
  // "NaN was given" is no sentence for a person: say what was typed.
  return checkSetting(name, Number.isNaN(value) ? text.trim() || undefined : value)
}

/** Reads a draft over the settings in force. */
export function readDraft(draft: Draft, inForce: RunConfig): ReadDraft {
  const problems: { [Name in NumericSetting]?: string } = {}
  const config = { ...inForce, carryState: draft.carryState ?? inForce.carryState }
  for (const name of ALL) {
    const text = draft.texts[name]
    if (text === undefined) continue
    const checked = check(name, text)
    if (checked.ok) config[name] = checked.value
    else problems[name] = checked.error.message
  }
  const whole = parseRunConfig(config)
  if (whole.ok) return { config, problems }
  // Each is within its limits and together they are not: the one that was changed says so and is not sent.
  const culprit = draft.texts.points === undefined ? 'updates' : 'points'
  problems[culprit] = whole.error.message
  return { config: { ...config, updates: inForce.updates, points: inForce.points }, problems }
}

/** Says how one field stands against the settings in force. */
export function fieldState(name: NumericSetting, draft: Draft, inForce: RunConfig): FieldState {
  if (draft.texts[name] === undefined) return { kind: 'in-force' }
  const { config, problems } = readDraft(draft, inForce)
  const message = problems[name]
  if (message !== undefined) return { kind: 'invalid', message }
  return config[name] === inForce[name] ? { kind: 'in-force' } : { kind: 'changed' }
}

/** Leaves out of a draft what has come into force, except the field that is being typed in. */
export function settleDraft(draft: Draft, inForce: RunConfig, editing: NumericSetting | null): Draft {
  const texts: { [Name in NumericSetting]?: string } = { ...draft.texts }
  let settled = 0
  for (const name of ALL) {
    const text = texts[name]
    if (text === undefined || name === editing || parseNumber(text) !== inForce[name]) continue
    delete texts[name]
    settled++
  }
  const carryState = draft.carryState === inForce.carryState ? null : draft.carryState
  // The same object when nothing has settled, so that nobody renders for it.
  return settled === 0 && carryState === draft.carryState ? draft : { texts, carryState }
}

/** A draft that changes everything that differs from `wanted`. */
export function draftOf(wanted: RunConfig, inForce: RunConfig): Draft {
  const texts: { [Name in NumericSetting]?: string } = {}
  for (const name of ALL) if (wanted[name] !== inForce[name]) texts[name] = String(wanted[name])
  return { texts, carryState: wanted.carryState === inForce.carryState ? null : wanted.carryState }
}
