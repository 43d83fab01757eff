import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { SetupError } from '../../setup/errors.mjs'
import { contextHere } from '../../setup/parts/context.mjs'
import { ensureNpmPackages } from '../../setup/parts/npm-packages.mjs'
import { ensureLibrary } from '../../setup/parts/tensorflow.mjs'
import { places, root } from '../../setup/paths.mjs'
import { whileWorking } from '../../setup/progress.mjs'
import { buildAddon } from './build.mjs'
import { ensureZig } from './zig.mjs'

/** The systems whose addon comes with this repository. */
export const prebuilt = /** @type {const} */ (['win32-x64', 'darwin-arm64'])

/**
 * Builds addons of other systems, each in a folder of its own.
 *
 * @param {readonly import('./recipes.mjs').Target[]} systems
 * @param {string} folder
 * @param {{ cold?: boolean }} [options] `cold`: with nothing that an earlier build has left
 * @returns {Promise<string[]>} the addons, in that order
 */
export async function buildAddons(systems, folder, { cold = false } = {}) {
  if (`${process.platform}-${process.arch}` !== 'linux-x64')
    throw new SetupError(
      `The addons of other systems are built on Linux on x64, but this is ${process.platform}-${process.arch}: run the command there.`,
    )
  await ensureNpmPackages(root)
  const context = contextHere()
  const include = join((await ensureLibrary(context)).folder, 'include')
  const made = cold ? join(folder, 'zig-made') : join(context.cache, 'zig-0.17.1-made')
  const zig = await ensureZig(context.cache, { made, work: join(folder, 'zig-work') })
  const addons = []
  for (const system of systems) {
    const own = join(folder, system)
    await mkdir(own, { recursive: true })
    const building = buildAddon(system, { zig, places, include, folder: own })
    addons.push(
      await whileWorking(
        `Building the bridge to TensorFlow for ${system}; the first time takes minutes`,
        building,
      ),
    )
  }
  return addons
}

/**
 * `npm run build:addons`: builds the addons that come with this repository, and puts them and their hashes in place; with
 * `--check` it only compares them with those.
 *
 * @param {string[]} args
 * @returns {Promise<number>} 1 when `--check` has found a difference
 */
export async function runBuildAddons(args) {
  const { values } = parseArgs({ args, options: { check: { type: 'boolean' }, cold: { type: 'boolean' } } })
  const folder = await mkdtemp(join(tmpdir(), 'unroll-addons-'))
  try {
    const addons = await buildAddons(prebuilt, folder, { cold: values.cold ?? false })
    /** @type {Record<string, string>} */
    const hashes = {}
    let differing = 0
    for (const [at, system] of prebuilt.entries()) {
      const path = `prebuilt/${system}/tfjs_binding.node`
      const bytes = await readFile(addons[at] ?? '')
      hashes[path] = createHash('sha256').update(bytes).digest('hex')
      const before = await readFile(join(root, path)).catch(() => undefined)
      const same = before?.equals(bytes) ?? false
      if (!same) differing++
      console.log(`${path}: ${same ? 'the same, byte for byte' : before ? 'differs' : 'new'}`)
      if (values.check) continue
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), bytes)
    }
    if (values.check) return differing > 0 ? 1 : 0
    await writeFile(join(root, 'prebuilt/hashes.json'), `${JSON.stringify(hashes, null, 2)}\n`)
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
