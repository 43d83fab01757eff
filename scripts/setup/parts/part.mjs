import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { ensureEntry, putInPlace } from './cache.mjs'
import { linkTree } from './link-tree.mjs'
import { firstDamage, itemsInside } from './manifest.mjs'

/**
 * A part of the native runtime that stands in node_modules.
 *
 * @typedef {object} Part
 * @property {string} title what a person calls it
 * @property {string} name its entry in the cache
 * @property {string} inside the folder of the entry that is put in place, or '' for all of it
 * @property {string} target where it is put
 * @property {(folder: string) => Promise<void>} fill how the entry is made
 */

/**
 * Sees to it that a part is in place and whole. Does nothing but look when it is.
 *
 * @param {Part} part
 * @param {{ cache: string, stamps: string, say?: (line: string) => void }} where
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function ensurePart(part, { cache, stamps, say = console.log }) {
  const stamp = join(stamps, `${basename(part.target)}.json`)
  const placed = await readStamp(stamp)
  if (placed?.name === part.name) {
    const damage = await firstDamage(part.target, placed.items)
    if (damage === undefined) return false
    say(`${part.title} is incomplete (${damage}), putting it back`)
  }
  const entry = await ensureEntry(cache, part.name, part.fill)
  const items = itemsInside(entry.items, part.inside)
  const temporary = `${part.target}.tmp-${process.pid}`
  try {
    await mkdir(dirname(part.target), { recursive: true })
    await linkTree(join(entry.folder, part.inside), items, temporary)
    await putInPlace(temporary, part.target)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  await writeStamp(stamp, { name: part.name, items })
  return true
}

/**
 * @param {string} path
 * @returns {Promise<{ name: string, items: import('./manifest.mjs').Item[] } | undefined>}
 */
async function readStamp(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * @param {string} path
 * @param {object} stamp
 */
async function writeStamp(path, stamp) {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(`${path}.tmp-${process.pid}`, JSON.stringify(stamp))
  await rename(`${path}.tmp-${process.pid}`, path)
}
