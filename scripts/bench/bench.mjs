import { join } from 'node:path'
import { buildIfNeeded } from '../launch/build.mjs'
import { displayEnvironment } from '../launch/display.mjs'
import { runInForeground } from '../launch/foreground.mjs'
import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { bundleBench } from './bundle.mjs'

/** The sets that measure the app itself, in a window. */
const IN_WINDOW = ['inside', 'many']

/**
 * Sets up, bundles the benchmark and runs it.
 *
 * @param {readonly string[]} args for the benchmark; `--help` lists them
 * @returns {Promise<number>} its exit code
 */
export async function bench(args) {
  const needsWindow = args.some((arg) => IN_WINDOW.includes(arg.replace(/^--set=/, '')))
  // Standard output belongs to the results, which may be JSON.
  const say = console.log
  console.log = console.error
  await setUp()
  if (needsWindow) await buildIfNeeded(root)
  const folder = await bundleBench(root)
  console.log = say
  try {
    const env = needsWindow ? await displayEnvironment() : process.env
    return await runInForeground(process.execPath, [join(folder, 'bench.js'), ...args], { cwd: root, env })
  } finally {
    await endHelpers()
  }
}
