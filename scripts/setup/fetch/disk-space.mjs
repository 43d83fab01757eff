import { statfs } from 'node:fs/promises'
import { SetupError } from '../errors.mjs'
import { megabytes } from '../progress.mjs'

/**
 * Looks before a long download whether its result will fit.
 *
 * @param {string} folder an existing folder on the disk in question
 * @param {number} bytes
 * @param {string} what
 */
export async function requireSpace(folder, bytes, what) {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  throw new SetupError(
    `${what} needs ${megabytes(bytes)} of disk space in ${folder}, but only ${megabytes(free)} are free there: make room, or set UNROLL_CACHE to a folder on a larger disk, and run the same command again.`,
  )
}
