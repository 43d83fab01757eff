import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { NpmStart } from './npm-kept'

/** Processes between npm and this one: a shell, the script that started this. */
const MAX_ANCESTORS = 6

type Environment = Readonly<Record<string, string | undefined>>

/** What can be found out of how npm has started this process; null when it was started without npm. */
export function npmStart(environment: Environment = process.env): NpmStart | null {
  if (environment.npm_lifecycle_event === undefined || environment.npm_command === undefined) return null
  const { first, before } = ancestors(environment.npm_lifecycle_event)
  return {
    given: first ?? environment,
    inOrder: first !== null,
    files: settingsInFiles(environment),
    outside: before ?? {},
  }
}

/**
 * The environments of the first process that npm has started for this script, which has npm's options in the order in
 * which they were written, and of npm itself: where the system shows them, on Linux.
 */
function ancestors(script: string): {
  readonly first: Environment | null
  readonly before: Environment | null
} {
  let first: Environment | null = null
  let id = process.ppid
  for (let count = 0; count < MAX_ANCESTORS && id > 1; count += 1) {
    const found = environmentOf(id)
    if (!found) break
    if (found.npm_lifecycle_event !== script)
      return first ? { first, before: found } : { first: null, before: null }
    first = found
    id = parentOf(id)
  }
  return { first: null, before: null }
}

function environmentOf(id: number): Environment | null {
  const text = textOf(`/proc/${id}/environ`)
  if (text === null) return null
  const entries = text.split('\0').flatMap((entry) => {
    const equals = entry.indexOf('=')
    return equals > 0 ? [[entry.slice(0, equals), entry.slice(equals + 1)] as const] : []
  })
  return Object.fromEntries(entries)
}

/** The number behind the state, which is behind the name in brackets. */
function parentOf(id: number): number {
  return Number(/^.*\) \S (\d+)/s.exec(textOf(`/proc/${id}/stat`) ?? '')?.[1] ?? 0)
}

/** What is set in the files that npm reads: for the project, the person, the machine, and by whoever packs npm. */
function settingsInFiles(environment: Environment): ReadonlyMap<string, string> {
  const { npm_config_local_prefix, npm_config_userconfig, npm_config_globalconfig, npm_execpath } =
    environment
  const files = [
    npm_execpath && join(dirname(npm_execpath), '..', 'npmrc'),
    npm_config_globalconfig,
    npm_config_userconfig,
    npm_config_local_prefix && join(npm_config_local_prefix, '.npmrc'),
  ]
  return new Map(files.flatMap((file) => (file ? settingsIn(textOf(file) ?? '') : [])))
}

/** `name = value` in each line, a name alone for `true`; as npm hands them on, false is nothing. */
function settingsIn(text: string): [string, string][] {
  return text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const found = /^\s*([^#;=\s[]+)\s*(?:=\s*(.*?)\s*)?$/.exec(line)
    if (!found) return []
    const [, name = '', value = 'true'] = found
    const bare = value.replace(/^(["'])(.*)\1$/, '$2')
    return [[name.replaceAll('-', '_').toLowerCase(), bare === 'false' ? '' : bare]]
  })
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // Not there, or not ours to read: then nothing is known, and nothing is lost.
    return null
  }
}
