import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { recipes } from './recipes.mjs'

const ourSources = join(import.meta.dirname, '../../setup/between')
const common = ['-O2', '-std=c++17', '-DNAPI_VERSION=8', '-ffp-contract=off', '-g0']

/**
 * Compiles tfjs-node's addon for another system, with what the set-up on Linux puts between it and TensorFlow. The linkers
 * of the others know no `--wrap`, so the names are changed before they compile: what calls `TF_NewTensor` calls
 * `__wrap_TF_NewTensor`, and what calls `__real_TF_NewTensor` calls `TF_NewTensor`.
 *
 * The bytes follow from the sources, the recipe and the compiler alone: all paths that may get into them are cut off.
 *
 * @param {import('./recipes.mjs').Target} system
 * @param {{ zig: import('./zig.mjs').Zig, places: import('../../setup/paths.mjs').Places, include: string, folder: string }} world
 *   `include` has TensorFlow's C headers, which are the same for all systems; `folder` is empty and for this build alone
 * @returns {Promise<string>} the addon in that folder
 */
export async function buildAddon(system, { zig, places, include, folder }) {
  const { target, between, flags, link } = /** @type {import('./recipes.mjs').Recipe} */ (recipes[system])
  const ours = between.map((file) => join(ourSources, file))
  const texts = await Promise.all(ours.map((file) => readFile(file, 'utf8')))
  const wrapped = [...texts.join('').matchAll(/__wrap_(\w+)\(/g)].map(([, name = '']) => name)

  const includes = [places.nodeHeaders, '.', include].map((path) => `-I${path}`)
  const paths = [places.tfjsNode, places.root, include, folder].map((path) => `-ffile-prefix-map=${path}=.`)
  const compiler = ['c++', '-target', target, ...common, ...flags, ...includes, ...paths]
  // Headers that import nothing by themselves: the functions of these names are in our sources.
  const calling = ['-DSWIG', ...wrapped.map((name) => `-D${name}=__wrap_${name}`)]
  const called = wrapped.map((name) => `-D__real_${name}=${name}`)
  /** @type {string[]} */
  const objects = []
  /** @param {string} source @param {readonly string[]} names */
  const compile = async (source, names) => {
    const object = `${basename(source, '.cc')}.o`
    await zig([...compiler, ...names, '-c', source, '-o', join(folder, object)], places.tfjsNode)
    objects.push(object)
  }
  for (const file of ['tfjs_backend.cc', 'tfjs_binding.cc']) await compile(`binding/${file}`, calling)
  for (const file of ours) await compile(file, called)
  const linker = await link(zig, folder)
  await zig(
    ['c++', '-target', target, '-shared', '-s', ...objects, ...linker, '-o', 'tfjs_binding.node'],
    folder,
  )
  return join(folder, 'tfjs_binding.node')
}
