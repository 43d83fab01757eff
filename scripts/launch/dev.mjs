import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { electronBinary, setUp } from '../setup/set-up.mjs'
import { forgetBuild } from './build.mjs'
import { displayEnvironment } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { sandboxArgumentsHere } from './sandbox.mjs'
import { tools } from './tools.mjs'

/**
 * Sets up and opens the app from its sources, loading every change at once.
 *
 * @param {readonly string[]} args for the app
 * @returns {Promise<number>}
 */
export async function dev(args) {
  await setUp()
  await forgetBuild(root)
  const sandbox = (await sandboxArgumentsHere()).length > 0 ? ['--noSandbox'] : []
  const env = { ...(await displayEnvironment()), ELECTRON_EXEC_PATH: electronBinary }
  try {
    const command = [tools.electronVite, 'dev', '--watch', ...sandbox, '--', ...args]
    return await runInForeground(process.execPath, command, { cwd: root, env, filter: true })
  } finally {
    await endHelpers()
  }
}
