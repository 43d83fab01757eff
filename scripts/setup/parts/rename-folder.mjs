import { rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** About ten seconds in all. */
const tries = 14
const longestMs = 1000

/**
 * Renames a folder. On Windows nothing that is open in one may move, and what looks for harmful software opens every file
 * that has just been written: there it is tried for a while.
 *
 * @param {string} from
 * @param {string} to
 * @param {{ platform?: NodeJS.Platform, move?: typeof rename, wait?: (ms: number) => Promise<unknown> }} [deps]
 */
export async function renameFolder(from, to, deps = {}) {
  const { platform = process.platform, move = rename, wait = pause } = deps
  for (let left = tries; ; left--) {
    try {
      return await move(from, to)
    } catch (error) {
      const { code = '' } = /** @type {NodeJS.ErrnoException} */ (error)
      const isOpen = platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code)
      if (!isOpen || left === 0) throw error
      await wait(Math.min(50 * 2 ** (tries - left), longestMs))
    }
  }
}
