import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { electronBinary, setUp } from '../setup/set-up.mjs'
import { buildIfNeeded } from './build.mjs'
import { displayEnvironment, waylandArguments } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { sandboxArgumentsHere } from './sandbox.mjs'

/**
 * Sets up, builds what has changed and opens the app.
 *
 * @param {readonly string[]} args for the app
 * @returns {Promise<number>} the app's exit code
 */
export async function start(args) {
  await setUp()
  await buildIfNeeded(root)
  const sandbox = await sandboxArgumentsHere()
  const env = await displayEnvironment()
  const wayland = waylandArguments(env, process.platform)
  try {
    return await runInForeground(electronBinary, [...sandbox, ...wayland, root, ...args], {
      cwd: root,
      env,
      filter: true,
    })
  } finally {
    await endHelpers()
  }
}
