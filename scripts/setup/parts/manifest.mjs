import { lstat, readdir, readlink } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** `path` has slashes on every system. @typedef {{ path: string, size: number, seconds: number } | { path: string, link: string }} Item */

/**
 * Lists a folder: every file with its size and time of change, every link with its target.
 *
 * @param {string} folder
 * @returns {Promise<Item[]>}
 */
export async function listItems(folder) {
  const items = []
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const full = join(entry.parentPath, entry.name)
    const path = full.slice(folder.length + 1).replaceAll(sep, '/')
    if (entry.isSymbolicLink()) items.push({ path, link: await readlink(full) })
    else if (entry.isFile()) items.push({ path, ...stateOf(await lstat(full)) })
  }
  return items.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/**
 * The items of one folder, by their paths inside it.
 *
 * @param {readonly Item[]} items
 * @param {string} folder '' for all
 * @returns {Item[]}
 */
export function itemsInside(items, folder) {
  const prefix = folder ? `${folder}/` : ''
  return items
    .filter(({ path }) => path.startsWith(prefix))
    .map((item) => ({ ...item, path: item.path.slice(prefix.length) }))
}

/**
 * The first item that is missing or is not as it was described, if there is one. Sizes and times, not
 * contents: this runs at each start, over a gigabyte.
 *
 * @param {string} folder
 * @param {readonly Item[]} items
 * @returns {Promise<string | undefined>}
 */
export async function firstDamage(folder, items) {
  const faults = await Promise.all(
    items.map(async (item) => {
      const full = join(folder, item.path)
      try {
        if ('link' in item) return (await readlink(full)) !== item.link
        const { size, seconds } = stateOf(await lstat(full))
        // Two seconds of grace: a copy on another file system may round its times.
        return size !== item.size || Math.abs(seconds - item.seconds) > 2
      } catch {
        return true
      }
    }),
  )
  return items[faults.indexOf(true)]?.path
}

/** @param {import('node:fs').Stats} stats */
function stateOf(stats) {
  return { size: stats.size, seconds: Math.floor(stats.mtimeMs / 1000) }
}
