import { lstatSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setAside } from './disk/own-folder'
import { isSystemError } from './disk/system-error'

/** Who holds the lock that the system refused; `nobody` when it could not be taken for another reason. */
export type LockHolder =
  | { readonly kind: 'instance' }
  | { readonly kind: 'machine'; readonly name: string }
  | { readonly kind: 'nobody' }

/** Chromium's links in the user's data. The first leads to `MACHINE-PROCESS`, not to a file. Windows has none. */
const LOCK = 'SingletonLock'
const LINKS: readonly string[] = [LOCK, 'SingletonCookie', 'SingletonSocket']

/** Sets aside what is no link in the places of Chromium's own: over such a thing it can make none, and says nothing. */
export function clearLockPlaces(userData: string): void {
  for (const name of LINKS) {
    try {
      if (!lstatSync(join(userData, name)).isSymbolicLink()) setAside(join(userData, name))
    } catch (error) {
      // Nothing there, or not to be moved: then the lock is refused, and that is told.
      if (!isSystemError(error)) throw error
    }
  }
}

/**
 * Why the single instance's lock was refused: Chromium says the same when another instance has it and when it could
 * not make one, as in a folder that cannot be written.
 */
export function lockHolder(userData: string, platform: string): LockHolder {
  // There the lock is the system's own, and refused for one reason only.
  if (platform === 'win32') return { kind: 'instance' }
  try {
    const [, machine, id] = /^(.*)-(\d+)$/.exec(readlinkSync(join(userData, LOCK))) ?? []
    if (machine === undefined) return { kind: 'nobody' }
    if (machine !== hostname()) return { kind: 'machine', name: machine }
    return isAlive(Number(id)) ? { kind: 'instance' } : { kind: 'nobody' }
  } catch (error) {
    if (isSystemError(error)) return { kind: 'nobody' }
    throw error
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return isSystemError(error) && error.code === 'EPERM'
  }
}
