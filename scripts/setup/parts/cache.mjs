import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive, withLock } from './lock.mjs'
import { firstDamage, listItems } from './manifest.mjs'
import { renameFolder } from './rename-folder.mjs'

/** @typedef {{ folder: string, items: import('./manifest.mjs').Item[] }} Entry */

/**
 * Gives a folder of the cache, filled and whole. `fill` writes into a temporary folder that one rename
 * makes the entry, so an entry is never half there; a damaged one is filled again.
 *
 * @param {string} cache
 * @param {string} name changes with everything that decides the contents
 * @param {(folder: string) => Promise<void>} fill
 * @returns {Promise<Entry>}
 */
export async function ensureEntry(cache, name, fill) {
  const home = join(cache, name)
  const ready = await wholeEntry(home)
  if (ready) return ready
  return withLock(`${home}.lock`, async () => {
    // While this process waited, another may have filled it.
    const filled = await wholeEntry(home)
    if (filled) return filled
    await clearLeftovers(cache, name)
    const temporary = join(cache, `${name}.tmp-${process.pid}`)
    const files = join(temporary, 'files')
    try {
      await mkdir(files, { recursive: true })
      await fill(files)
      await writeFile(join(temporary, 'manifest.json'), JSON.stringify(await listItems(files)))
      await putInPlace(temporary, home)
    } finally {
      await rm(temporary, { recursive: true, force: true })
    }
    const entry = await wholeEntry(home)
    if (!entry) throw new Error(`The cache entry ${home} is damaged right after it was filled`)
    return entry
  })
}

/**
 * Makes `temporary` the folder `home`, whatever stood there before.
 *
 * @param {string} temporary
 * @param {string} home
 */
export async function putInPlace(temporary, home) {
  const old = `${home}.old-${process.pid}`
  await renameFolder(home, old).catch(ignoreMissing)
  await renameFolder(temporary, home).catch((error) => {
    // Another process was quicker, with the same contents; Windows calls that a missing right.
    const quicker =
      ['ENOTEMPTY', 'EEXIST'].includes(error.code) || (error.code === 'EPERM' && existsSync(home))
    if (!quicker) throw error
  })
  await rm(old, { recursive: true, force: true })
}

/**
 * @param {string} home
 * @returns {Promise<Entry | undefined>}
 */
async function wholeEntry(home) {
  const folder = join(home, 'files')
  try {
    const items = JSON.parse(await readFile(join(home, 'manifest.json'), 'utf8'))
    return (await firstDamage(folder, items)) === undefined ? { folder, items } : undefined
  } catch {
    return undefined
  }
}

/**
 * Throws away what a process that was killed has left of this entry.
 *
 * @param {string} cache
 * @param {string} name
 */
async function clearLeftovers(cache, name) {
  for (const found of await readdir(cache)) {
    const pid = found.match(/\.(?:tmp|old)-(\d+)$/)?.[1]
    if (pid && found.startsWith(`${name}.`) && !isAlive(Number(pid))) {
      await rm(join(cache, found), { recursive: true, force: true })
    }
  }
}

/** @param {NodeJS.ErrnoException} error */
function ignoreMissing(error) {
  if (error.code !== 'ENOENT') throw error
}
