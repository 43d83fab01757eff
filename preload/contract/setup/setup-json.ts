import { DRAWN_NAME, PASTED_NAME } from '../data/opened-table'
import { text } from '../language/texts'
import { fail, type Result } from '../result'
import { LESSON } from '../settings/lesson'
import { parseSettings } from '../settings/parse-settings'
import type { RunConfig } from '../settings/run-config'
import { SETTING_NAMES, settingsOf, writtenSettings } from '../settings/settings'

/** The parts of a source, by the names of where they stand. */
const SOURCE_KEYS: Readonly<Record<string, readonly string[]>> = {
  source: ['kind', 'origin', 'inputs', 'targets'],
  'source.origin': ['kind', 'name', 'sha256'],
}

/** What is no file has a name that no file can have. */
const NO_FILES: readonly string[] = [PASTED_NAME, DRAWN_NAME]

/**
 * The settings in which a run differs from the lesson's own, as JSON with its names in order: the same for the same
 * settings, whoever writes it. What says nothing of the lesson's curve is left out of it, as in files.
 */
export function setupJson(config: RunConfig): string {
  const usual: Readonly<Record<string, unknown>> = settingsOf(LESSON)
  const changed = Object.entries(writtenSettings(config)).filter(
    ([name, value]) => canonical(value) !== canonical(usual[name]),
  )
  return canonical(withoutFolders(Object.fromEntries(changed)))
}

/**
 * The settings that such a text stands for. Fails with what is not as `setupJson` writes it, a name that is no setting's, or
 * a value that is out of its limits.
 */
export function configOfSetupJson(json: string): Result<RunConfig> {
  const value = parsed(json)
  if (!isObject(value)) return fail('invalid-setting', text('setup.damaged'))
  const unknown = unknownName(value)
  if (unknown !== null) return fail('invalid-setting', text('setup.unknownName', { name: unknown }))
  // Also what JSON takes and nobody here writes: spaces, a name twice, 1e1 for 10.
  if (canonical(value) !== json) return fail('invalid-setting', text('setup.damaged'))
  if (canonical(withoutFolders(value)) !== json) return fail('invalid-setting', text('setup.path'))
  return parseSettings({ ...settingsOf(LESSON), ...value })
}

/** JSON with the names of every object in order, and nothing between its marks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The first name that is not one of ours. */
function unknownName(settings: Readonly<Record<string, unknown>>): string | null {
  const known: readonly string[] = ['source', ...SETTING_NAMES]
  const stranger = Object.keys(settings).find((name) => !known.includes(name))
  if (stranger !== undefined) return stranger
  const { source } = settings
  const parts = { source, 'source.origin': isObject(source) ? source.origin : undefined }
  for (const [place, part] of Object.entries(parts)) {
    const other = isObject(part) && Object.keys(part).find((name) => !SOURCE_KEYS[place]?.includes(name))
    if (other) return `${place}.${other}`
  }
  return null
}

/** A file is named, and never where it lies. */
function withoutFolders(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { source } = settings
  if (!isObject(source) || !isObject(source.origin)) return settings
  const { name } = source.origin
  if (typeof name !== 'string' || !/[\\/]/.test(name) || NO_FILES.includes(name)) return settings
  const own = name.split(/[\\/]/).at(-1) || '-'
  return { ...settings, source: { ...source, origin: { ...source.origin, name: own } } }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
