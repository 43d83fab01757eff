import { cp, mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleCliIfNeeded } from '../../cli/bundle.mjs'
import { placesOf, root } from '../../setup/paths.mjs'

const bridge = '@tensorflow/tfjs-node'

/**
 * A clone of this repository as it would stand on another system, before its native parts are set up: the packages
 * are links to this one's, and tfjs-node is a copy without its addon and its library.
 *
 * @param {string} folder
 */
export async function makeClone(folder) {
  const places = placesOf(folder)
  await linkAll(join(root, 'node_modules'), places.nodeModules, ['@tensorflow', '.unroll'])
  await linkAll(join(root, 'node_modules/@tensorflow'), join(places.nodeModules, '@tensorflow'), [
    'tfjs-node',
  ])
  const native = ['lib', 'deps'].map((name) => join(root, 'node_modules', bridge, name))
  await cp(join(root, 'node_modules', bridge), places.tfjsNode, {
    recursive: true,
    filter: (path) => !native.includes(path),
  })
  await symlink(join(root, 'package.json'), join(folder, 'package.json'))
  for (const name of ['scripts', 'prebuilt', 'test']) await symlink(join(root, name), join(folder, name))
  // No link: the packages beside it count, and not those beside the original.
  await cp(await bundleCliIfNeeded(root), join(folder, 'out/cli'), { recursive: true })
  return places
}

/**
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} but
 */
async function linkAll(from, to, but) {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from))
    if (!but.includes(name)) await symlink(join(from, name), join(to, name))
}
