import { constants, copyFile, link, lstat, mkdir, symlink, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Puts files of the cache into another folder without using disk space twice: as hard links, or as copies
 * where the two lie on different disks.
 *
 * @param {string} from
 * @param {readonly import('./manifest.mjs').Item[]} items
 * @param {string} to
 * @param {{ hardLink?: typeof link }} [deps]
 */
export async function linkTree(from, items, to, { hardLink = link } = {}) {
  await mkdir(to, { recursive: true })
  for (const item of items) {
    const source = join(from, item.path)
    const target = join(to, item.path)
    await mkdir(dirname(target), { recursive: true })
    if ('link' in item) await symlink(item.link, target)
    else await hardLink(source, target).catch(() => copyWithTime(source, target))
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
async function copyWithTime(source, target) {
  await copyFile(source, target, constants.COPYFILE_FICLONE)
  const { atime, mtime } = await lstat(source)
  await utimes(target, atime, mtime)
}
