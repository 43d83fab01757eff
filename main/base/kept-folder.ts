import { basename } from 'node:path'
import { ensureFolder } from '../disk/own-folder'
import { explain, isSystemError } from '../disk/system-error'
import type { Tell } from './json-file'

/**
 * Sees to it that there is a folder in the user's data, and tells what was in its way. False when there can be none:
 * the app goes on without what it would keep there.
 *
 * @param what the folder keeps, as in `earlier runs`
 */
export function openKeptFolder(path: string, what: string, tell: Tell): boolean {
  const name = basename(path)
  try {
    const aside = ensureFolder(path)
    if (aside !== null)
      tell(`${name}, the folder that keeps ${what}, was not a folder; it has been set aside as ${aside}.`)
    return true
  } catch (error) {
    if (!isSystemError(error)) throw error
    const why = explain(error.code) ?? `the system reports ${error.code}`
    tell(`${name}, the folder that keeps ${what}, cannot be used: ${why}. Unroll goes on without it.`)
    return false
  }
}
