import { lstatSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isSystemError, systemError } from './system-error'

/** Things of one name that are set aside beside each other at most. */
const MAX_ASIDE = 99

/**
 * Makes sure that there is a folder of the app's own: makes it, and sets aside what lies in its place and is none, a
 * file or a link that leads nowhere or round in a circle. Throws the system's error where neither can be done.
 *
 * @returns the name under which something was set aside; null when nothing had to be
 */
export function ensureFolder(path: string): string | null {
  if (isFolder(path)) return null
  const aside = isThere(path) ? setAside(path) : null
  makeFolder(path)
  return aside
}

/** Makes a folder and those above it. Node's own way of doing so never ends where the system makes none, as in /proc. */
function makeFolder(path: string): void {
  const above = dirname(path)
  if (above !== path && !isThere(above)) makeFolder(above)
  try {
    mkdirSync(path)
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isSystemError(error) || error.code !== 'EEXIST' || !isFolder(path)) throw error
  }
}

/**
 * Takes something of the app's own data out of the way without losing it: `runs.json` becomes `damaged-runs.json`, or
 * `damaged-runs-2.json` where that is taken.
 *
 * @returns its new name
 */
export function setAside(path: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/s.exec(basename(path)) ?? []
  for (let number = 1; number <= MAX_ASIDE; number += 1) {
    const name = `damaged-${stem}${number === 1 ? '' : `-${number}`}${ending}`
    const place = join(dirname(path), name)
    if (isThere(place)) continue
    renameSync(path, place)
    return name
  }
  throw systemError('EEXIST')
}

/** Whether there is anything of this name, be it a link to nothing; in what is no folder there is nothing. */
export function isThere(path: string): boolean {
  try {
    lstatSync(path)
    return true
  } catch (error) {
    if (isSystemError(error) && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code)) return false
    throw error
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch (error) {
    // ENOENT: nothing, or a link to nothing; ELOOP: links in a circle.
    if (isSystemError(error) && ['ENOENT', 'ELOOP'].includes(error.code)) return false
    throw error
  }
}
