import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A hash over names and contents of files and of all that is in folders, as times of change say nothing after a switch
 * of branches. What is not there counts as not being there.
 *
 * @param {string} root
 * @param {readonly string[]} paths from the root
 * @returns {Promise<string>}
 */
export async function treeHash(root, paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of await filesUnder(root, path)) {
      // Gone between the look and the reading: what reads it next finds another hash.
      const bytes = await readFile(join(root, file)).catch(() => Buffer.from('gone'))
      hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {Promise<string[]>}
 */
async function filesUnder(root, path) {
  const found = await stat(join(root, path)).catch(() => undefined)
  if (!found?.isDirectory()) return found ? [path] : []
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
