import type { Text } from '../language/text'
import { text } from '../language/texts'
import { fail, ok, type Result } from '../result'
import {
  MADE_NAMES,
  MAX_INPUTS,
  MAX_OUTPUTS,
  type MadeName,
  type SeriesOrigin,
  type SourceConfig,
} from './source-config'

/** The most characters that the name of a column or of a file may have. */
const MAX_NAME = 1000

/** Turns anything that a page sent or a file says into what a run learns from; the error is one sentence. */
export function parseSource(value: unknown): Result<SourceConfig> {
  if (!isObject(value)) return refuse(text('settingRules.source'))
  if (value.kind === 'lesson') return ok({ kind: 'lesson' })
  if (value.kind !== 'series') return refuse(text('settingRules.source'))
  const origin = originIn(value.origin)
  if (!origin) return refuse(text('settingRules.origin'))
  const { inputs, targets } = value
  if (!areNames(inputs, MAX_INPUTS))
    return refuse(text('settingRules.inputs', { most: MAX_INPUTS, found: countOf(inputs) }))
  if (!areNames(targets, MAX_OUTPUTS))
    return refuse(text('settingRules.targets', { most: MAX_OUTPUTS, found: countOf(targets) }))
  return ok({ kind: 'series', origin, inputs: [...inputs], targets: [...targets] })
}

function originIn(value: unknown): SeriesOrigin | null {
  if (!isObject(value)) return null
  const { kind, name, sha256 } = value
  if (kind === 'made') return isMade(name) ? { kind, name } : null
  const isTable = kind === 'table' && isName(name) && typeof sha256 === 'string'
  return isTable && /^[0-9a-f]{64}$/.test(sha256) ? { kind, name, sha256 } : null
}

/** Whether it is the name of a series that the app makes or brings along. */
export function isMade(name: unknown): name is MadeName {
  return (MADE_NAMES as readonly unknown[]).includes(name)
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_NAME
}

/** From one to `most` names, none of them twice. */
function areNames(value: unknown, most: number): value is readonly string[] {
  const isList = Array.isArray(value) && value.length >= 1 && value.length <= most && value.every(isName)
  return isList && new Set(value).size === value.length
}

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function refuse(why: Text): Result<never> {
  return fail('invalid-setting', why)
}
