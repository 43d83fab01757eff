import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCommand, runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { places } from '../setup/paths.mjs'
import { whileWorking } from '../setup/progress.mjs'

/** What the addon links to; the other names in that folder are links to these. */
const libraries = ['libtensorflow_cc.so.2', 'libtensorflow_framework.so.2']

/**
 * Copies TensorFlow's library without the names that only a debugger needs: a quarter less. Never in place, as
 * the files in node_modules are the cache's own.
 *
 * @param {string} root
 */
export async function stripLibraries(root) {
  const folder = join(root, 'out/native')
  await mkdir(folder, { recursive: true })
  for (const name of libraries) {
    const source = join(places.tfjsNode, 'deps/lib', name)
    const target = join(folder, name)
    if (await isNewer(target, source)) continue
    const temporary = `${target}.tmp-${process.pid}`
    if (hasCommand('strip')) {
      const work = runCommand('strip', ['--strip-unneeded', '-o', temporary, source])
      const { code, stderr } = await whileWorking(`Stripping ${name}`, work)
      if (code !== 0) throw new SetupError(`strip could not work on ${source}: ${stderr.trim()}`)
    } else {
      console.log(`Note: there is no strip here (package binutils), so ${name} stays larger than it need be.`)
      await copyFile(source, temporary)
    }
    await rename(temporary, target)
  }
}

/**
 * @param {string} made
 * @param {string} from
 */
async function isNewer(made, from) {
  const [a, b] = await Promise.all([stat(made).catch(() => undefined), stat(from)])
  return a !== undefined && a.mtimeMs >= b.mtimeMs
}
