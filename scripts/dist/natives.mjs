import { copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { hasCommand, runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { linkTree } from '../setup/parts/link-tree.mjs'
import { listItems } from '../setup/parts/manifest.mjs'
import { whileWorking } from '../setup/progress.mjs'

/** What the addon links to on Linux; the other names in that folder are links to these. */
const onLinux = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']
const addon = 'lib/napi-v8/tfjs_binding.node'

/**
 * Lays the native files of a system out as electron-builder.yml takes them, in `out/native/SYSTEM`: tfjs-node's addon and
 * TensorFlow's library, each where it lies in tfjs-node. On Linux the library is without the names that only a debugger
 * needs, a quarter less; what is changed is a copy, as the files in node_modules are the cache's own.
 *
 * @param {string} root
 * @param {import('../setup/parts/context.mjs').Context} context
 */
export async function layOutNatives(root, { system, platform, places }) {
  const folder = join(root, 'out/native', system)
  if (system.startsWith('linux-')) {
    for (const name of onLinux)
      await strip(join(places.tfjsNode, 'deps/lib', name), join(folder, 'deps/lib', name))
    await mkdir(join(folder, dirname(addon)), { recursive: true })
    return copyFile(join(places.tfjsNode, addon), join(folder, addon))
  }
  await rm(folder, { recursive: true, force: true })
  for (const inside of new Set([dirname(addon), platform.libraryIn])) {
    const from = join(places.tfjsNode, inside)
    await linkTree(from, await listItems(from), join(folder, inside))
  }
}

/**
 * @param {string} source
 * @param {string} target
 */
async function strip(source, target) {
  await mkdir(dirname(target), { recursive: true })
  if (await isNewer(target, source)) return
  const temporary = `${target}.tmp-${process.pid}`
  if (hasCommand('strip')) {
    const work = runCommand('strip', ['--strip-unneeded', '-o', temporary, source])
    const { code, stderr } = await whileWorking(`Stripping ${target}`, work)
    if (code !== 0) throw new SetupError(`strip could not work on ${source}: ${stderr.trim()}`)
  } else {
    console.log(`Note: there is no strip here (package binutils), so ${target} stays larger than it need be.`)
    await copyFile(source, temporary)
  }
  await rename(temporary, target)
}

/**
 * @param {string} made
 * @param {string} from
 */
async function isNewer(made, from) {
  const [a, b] = await Promise.all([stat(made).catch(() => undefined), stat(from)])
  return a !== undefined && a.mtimeMs >= b.mtimeMs
}
