import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import type { Text } from '@contract/language/text'
import { text } from '@contract/language/texts'
import { ensureFolder, setAside } from '../disk/own-folder'
import { explain, isSystemError } from '../disk/system-error'
import type { Tell } from './json-file'

/**
 * Sees to it that there is a folder in the user's data, and tells what was in its way. False when there can be none:
 * the app goes on without what it would keep there.
 *
 * @param what the folder keeps, as in `earlier runs`
 */
export function openKeptFolder(path: string, what: Text, tell: Tell): boolean {
  const folder = basename(path)
  try {
    const aside = ensureFolder(path)
    if (aside !== null) tell(text('keptData.noFolder', { folder, what, aside }))
    return true
  } catch (error) {
    if (!isSystemError(error)) throw error
    tell(text('keptData.folderUnusable', { folder, what, why: explain(error.code) }))
    return false
  }
}

/**
 * The names in such a folder that fit a pattern. Null, and told why, where there can be no folder or it cannot be listed.
 *
 * @param what the folder keeps, as in `earlier runs`
 */
export function namesInKept(folder: string, fitting: RegExp, what: Text, tell: Tell): string[] | null {
  if (!openKeptFolder(folder, what, tell)) return null
  try {
    return readdirSync(folder).filter((name) => fitting.test(name))
  } catch (error) {
    if (!isSystemError(error)) throw error
    tell(text('keptRuns.notListed', { why: explain(error.code) }))
    return null
  }
}

/** Puts what is damaged in such a folder aside, and says where it is now, or that it stays. */
export function outOfTheWay(path: string): Text {
  try {
    return text('keptRuns.setAside', { aside: setAside(path) })
  } catch (error) {
    if (!isSystemError(error)) throw error
    return text('keptRuns.stays')
  }
}
