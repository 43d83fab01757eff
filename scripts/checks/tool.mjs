import { runInForeground } from '../launch/foreground.mjs'
import { tools } from '../launch/tools.mjs'
import { root } from '../setup/paths.mjs'

/**
 * @param {number} count
 * @returns {number} in milliseconds
 */
export const minutes = (count) => count * 60_000

/**
 * Runs a program of the npm packages, which is ended when it takes too long: several times what a slow machine needs.
 *
 * @param {readonly string[]} command
 * @param {number} endAfterMs
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function runTool(command, endAfterMs, extra = {}) {
  const env = { ...process.env, ...extra }
  return runInForeground(process.execPath, command, { cwd: root, env, endAfterMs })
}

/**
 * Runs unit tests, told on the terminal and in a report.
 *
 * @param {readonly string[]} files parts of their paths; none for all
 * @param {string} report
 * @param {number} endAfterMs
 * @param {NodeJS.ProcessEnv} [extra]
 */
export function runVitest(files, report, endAfterMs, extra = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const command = [tools.vitest, 'run', '--config', 'test/vitest.config.ts', ...reporters, ...files]
  return runTool(command, endAfterMs, extra)
}
