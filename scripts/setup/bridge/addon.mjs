import { join } from 'node:path'
import { runCommand } from '../command.mjs'
import { reason, SetupError } from '../errors.mjs'
import { ensureCompiler } from '../host/compiler.mjs'
import { linkTree } from '../parts/link-tree.mjs'
import { itemsInside } from '../parts/manifest.mjs'
import { ensureLibrary } from '../parts/tensorflow.mjs'
import { compileAddon, recipe } from './compile-addon.mjs'
import { prebuiltHash, takePrebuilt } from './prebuilt-addon.mjs'

/** @typedef {import('../parts/context.mjs').Context} Context */

const tfjsNodeVersion = '4.22.0'
const folderOfAddon = 'lib/napi-v8'

/**
 * tfjs-node's addon as a part of the clone, with the library beside it where the system's loader looks for it there.
 *
 * @param {Context} context
 * @returns {Promise<import('../parts/part.mjs').Part>}
 */
export async function addonPart(context) {
  const { system, platform, places } = context
  const name = `tfjs-node-${tfjsNodeVersion}-tensorflow-${platform.library.version}-${system}`
  const part = { title: 'The bridge to TensorFlow', inside: '', target: join(places.tfjsNode, folderOfAddon) }
  if (platform.bridge === 'compiled') {
    return { ...part, name: `${name}-${recipe}`, fill: (folder) => compileInto(folder, context) }
  }
  const hash = await prebuiltHash(places, system)
  return {
    ...part,
    name: `${name}-${hash.slice(0, 8)}`,
    fill: async (folder) => {
      await takePrebuilt(places, system, hash, join(folder, 'tfjs_binding.node'))
      // Also where it is put elsewhere: the bridge is not put in place before its library is at hand.
      const library = await ensureLibrary(context)
      if (platform.libraryIn !== folderOfAddon) return
      await linkTree(join(library.folder, 'lib'), itemsInside(library.items, 'lib'), folder)
    },
  }
}

/**
 * @param {string} folder
 * @param {Context} context
 */
async function compileInto(folder, context) {
  const { compile = compileHere, places } = context
  await compile(folder, places, async () => (await ensureLibrary(context)).folder)
}

/**
 * Compiles with the compiler of this machine.
 *
 * @param {string} folder
 * @param {import('../paths.mjs').Places} places
 * @param {() => Promise<string>} library
 */
async function compileHere(folder, places, library) {
  // First, so that a missing compiler is told before a long download and not after it.
  const compiler = await ensureCompiler()
  await compileAddon(compiler, places, await library(), join(folder, 'tfjs_binding.node'))
}

/**
 * Loads the addon once in a process of its own, as it may crash: a library that does not fit this system
 * shows here, in one sentence, and not in the app.
 *
 * @param {string} folder
 * @param {string} version TensorFlow's
 */
export async function checkAddonLoads(folder, version) {
  const addon = JSON.stringify(join(folder, 'tfjs_binding.node'))
  const { code, stderr } = await runCommand(process.execPath, ['-e', `require(${addon})`])
  if (code === 0) return
  const cause = stderr.split('\n').find((line) => line.includes('Error')) ?? `it ended with code ${code}`
  throw new SetupError(
    `TensorFlow is in place but does not load here (${reason(cause)}): delete the cache folder and node_modules and run the same command again; if it stays so, this system or processor (AVX is needed) is too old for TensorFlow ${version}.`,
  )
}
