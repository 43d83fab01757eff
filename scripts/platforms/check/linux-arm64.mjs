import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tensorflowSettings } from '../../cli/run-cli.mjs'
import { ensureNative } from '../../setup/bridge/native.mjs'
import { contextFor } from '../../setup/parts/context.mjs'
import { buildAddons } from '../addons/run.mjs'
import { makeClone } from './clone.mjs'
import { tryCommands } from './commands.mjs'
import { ensureNode, ensureQemu } from './machines.mjs'
import { runQuietly } from './run-quietly.mjs'

/**
 * Linux on arm64: the set-up's files for it, the addon made by a compiler for it, and the commands under QEMU.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function tryLinuxArm64(folder) {
  const qemu = await ensureQemu()
  const clone = join(folder, 'clone')
  const places = await makeClone(clone)
  const context = contextFor('linux-arm64', places, async (place) => {
    const [addon = ''] = await buildAddons(['linux-arm64'], join(folder, 'addon'))
    await copyFile(addon, join(place, 'tfjs_binding.node'))
  })
  const node = await ensureNode('linux-arm64', context.cache)
  await ensureNative(context)
  const before = [...qemu.args, node, join(clone, 'out/cli/index.js')]
  const options = { cwd: clone, env: { ...process.env, ...tensorflowSettings }, folder }
  return tryCommands((args) => runQuietly(qemu.command, [...before, ...args], options), clone)
}
