import { basename } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import * as v from 'valibot'
import { writeDurablySync } from '../disk/own-file'
import { setAside } from '../disk/own-folder'
import { readOwnFileSync } from '../disk/read-own-file'

/** Far more than any of the app's small files ever has. */
export const MAX_SMALL_FILE = 1_000_000

/** Hears of what was found damaged: a whole sentence for a person. */
export type Tell = (text: Text) => void

/**
 * Reads a small JSON file that the app itself wrote. Undefined when it is missing or is not what is expected: such
 * files hold conveniences, and no start depends on one. What is damaged is set aside, so that the next write has its
 * place free and nothing is lost, and told.
 *
 * @param what the file holds, as in `the window's place`
 */
export function readKept<T>(
  path: string,
  schema: v.GenericSchema<unknown, T>,
  what: Text,
  tell: Tell,
): T | undefined {
  const found = readOwnFileSync(path, MAX_SMALL_FILE)
  if (found.kind === 'missing') return undefined
  const read = found.kind === 'read' ? parse(found.bytes, schema) : undefined
  if (read) return read.value
  const why = found.kind === 'damaged' ? found.why : text('keptData.notOurs')
  tell(text('keptData.notRead', { file: basename(path), what, why, next: outOfTheWay(path) }))
  return undefined
}

/** Replaces a small JSON file in one go; synchronous, because it is also called while the app quits. */
export function writeJson(path: string, value: unknown): void {
  writeDurablySync(path, JSON.stringify(value))
}

function parse<T>(bytes: Uint8Array, schema: v.GenericSchema<unknown, T>): { readonly value: T } | undefined {
  try {
    const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(bytes)))
    return parsed.success ? { value: parsed.output } : undefined
  } catch {
    // No JSON.
    return undefined
  }
}

function outOfTheWay(path: string): Text {
  try {
    return text('keptData.setAside', { aside: setAside(path) })
  } catch {
    // Where nothing may be renamed, nothing need be: the app goes on as if it were not there.
    return text('keptData.withoutIt')
  }
}
