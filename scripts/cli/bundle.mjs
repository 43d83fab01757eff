import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleForNode } from '../launch/bundle.mjs'
import { putInPlace } from '../setup/cache.mjs'

/** What the bundle is made of. */
const sources = ['main/cli', 'main/trainer', 'preload/contract', 'scripts/cli', 'scripts/launch']
const lockFile = 'package-lock.json'
const stampFile = 'sources.sha256'

/**
 * Bundles the command line with the trainer's sources when they have changed, as Node cannot run TypeScript;
 * packages stay imports.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the bundle
 */
export async function bundleCliIfNeeded(root) {
  const folder = join(root, 'out/cli')
  const stamp = await hashOf(root)
  if ((await readFile(join(folder, stampFile), 'utf8').catch(() => '')) === stamp) return folder
  // Beside the old one and then in its place: commands may be running, and others starting, at the same time.
  const temporary = `${folder}.tmp-${process.pid}`
  try {
    await bundleForNode(root, temporary, { index: 'main/cli/index.ts' })
    await writeFile(join(temporary, stampFile), stamp)
    await putInPlace(temporary, folder)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return folder
}

/**
 * A hash over names and contents, as times of change say nothing after a switch of branches.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
async function hashOf(root) {
  const paths = [lockFile]
  for (const source of sources) {
    const entries = await readdir(join(root, source), { withFileTypes: true, recursive: true })
    for (const entry of entries)
      if (entry.isFile()) paths.push(join(entry.parentPath, entry.name).slice(root.length + 1))
  }
  const hash = createHash('sha256')
  for (const path of paths.sort()) hash.update(`${path}\0`).update(await readFile(join(root, path)))
  return hash.digest('hex')
}
