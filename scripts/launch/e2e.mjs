import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { electronBinary, setUp } from '../setup/set-up.mjs'
import { buildIfNeeded } from './build.mjs'
import { displaysEnvironment } from './display.mjs'
import { runInForeground } from './foreground.mjs'
import { tools } from './tools.mjs'

/** Tests at once. Each app waits for its window and its trainer for half of the time; on two cores more would wait for each other. */
const WORKERS = 2

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
  const env = { ...(await displaysEnvironment(WORKERS)), ELECTRON_EXEC_PATH: electronBinary, ...extra }
  const config = ['--config', 'test/e2e/playwright.config.ts', '--workers', String(WORKERS)]
  const command = [tools.playwright, 'test', ...config, ...args]
  return runInForeground(process.execPath, command, { cwd: root, env, endAfterMs })
}
