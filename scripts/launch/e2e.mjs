import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { electronBinary, setUp } from '../setup/set-up.mjs'
import { buildIfNeeded } from './build.mjs'
import { displayEnvironment } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { tools } from './tools.mjs'

/**
 * Sets up, builds what has changed and runs the end-to-end tests in the real app.
 *
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>}
 */
export async function e2e(args) {
  await setUp()
  await buildIfNeeded(root)
  try {
    return await runPlaywright(args)
  } finally {
    await endHelpers()
  }
}

/**
 * Runs Playwright on the app as it is built.
 *
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 * @param {number} [endAfterMs] when it is ended
 * @returns {Promise<number>}
 */
export async function runPlaywright(args, extra = {}, endAfterMs = undefined) {
  const env = { ...(await displayEnvironment()), ELECTRON_EXEC_PATH: electronBinary, ...extra }
  const command = [tools.playwright, 'test', '--config', 'test/e2e/playwright.config.ts', ...args]
  return runInForeground(process.execPath, command, { cwd: root, env, endAfterMs })
}
