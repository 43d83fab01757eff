import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfNeeded } from '../launch/build.mjs'
import { displayEnvironment } from '../launch/display.mjs'
import { runInForeground } from '../launch/foreground.mjs'
import { endHelpers } from '../setup/children.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { bundleBench } from './bundle.mjs'

/**
 * Sets up, bundles the benchmark and runs it.
 *
 * @param {readonly string[]} args for the benchmark; `--help` lists them
 * @returns {Promise<number>} its exit code
 */
export async function bench(args) {
  // Standard output belongs to the results, which may be JSON.
  const say = console.log
  console.log = console.error
  await setUp()
  const folder = await bundleBench(root)
  const opensApp = (await import(pathToFileURL(join(folder, 'opensApp.js')).href)).opensApp(args)
  if (opensApp) await buildIfNeeded(root)
  console.log = say
  try {
    const env = opensApp ? await displayEnvironment() : process.env
    return await runInForeground(process.execPath, [join(folder, 'bench.js'), ...args], { cwd: root, env })
  } finally {
    await endHelpers()
  }
}
