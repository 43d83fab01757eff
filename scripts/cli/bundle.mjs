import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleForNode } from '../launch/bundle.mjs'
import { treeHash } from '../launch/tree-hash.mjs'
import { putInPlace } from '../setup/parts/cache.mjs'

/** What a bundle depends on besides its sources. */
const makers = ['package-lock.json', 'tsconfig.base.json', 'scripts/cli', 'scripts/launch/bundle.mjs']
/** Every folder that a source of the command line may lie in: what changes there in mid-build may be in the bundle. */
const sourceFolders = ['main', 'preload/contract']
const stampFile = 'sources.json'

/**
 * Bundles the command line with the trainer's sources when they have changed, or when the bundle is not as it was made,
 * as Node cannot run TypeScript; packages stay imports.
 *
 * @param {string} root
 * @param {{ bundle?: typeof bundleForNode }} [tools] what bundles, for tests
 * @returns {Promise<string>} the folder with the bundle
 */
export async function bundleCliIfNeeded(root, { bundle = bundleForNode } = {}) {
  const folder = join(root, 'out/cli')
  if (await isFresh(root, folder)) return folder
  // Beside the old one and then in its place: commands may be running, and others starting, at the same time.
  const temporary = `${folder}.tmp-${process.pid}`
  try {
    const before = await treeHash(root, sourceFolders)
    const sources = await bundle(root, temporary, {
      index: 'main/cli/index.ts',
      worker: 'main/trainer/many/process.ts',
    })
    // Changed in mid-build: of use this once, but never taken as fresh.
    if (before === (await treeHash(root, sourceFolders))) await stamp(root, temporary, sources)
    await putInPlace(temporary, folder)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
  return folder
}

/**
 * @param {string} root
 * @param {string} folder
 * @param {readonly string[]} sources
 */
async function stamp(root, folder, sources) {
  const stamped = {
    sources,
    made: await treeHash(root, [...makers, ...sources]),
    bundle: await bundleHash(folder),
  }
  await writeFile(join(folder, stampFile), JSON.stringify(stamped))
}

/**
 * Whether the bundle was made from its sources as they are now, and is as it was made.
 *
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
async function isFresh(root, folder) {
  try {
    const { sources, made, bundle } = JSON.parse(await readFile(join(folder, stampFile), 'utf8'))
    return bundle === (await bundleHash(folder)) && made === (await treeHash(root, [...makers, ...sources]))
  } catch {
    // No stamp, or none of this kind.
    return false
  }
}

/** @param {string} folder */
async function bundleHash(folder) {
  return treeHash(folder, await bundleFiles(folder))
}

/** @param {string} folder */
async function bundleFiles(folder) {
  const names = await readdir(folder)
  return names.filter((name) => name !== stampFile).sort()
}
