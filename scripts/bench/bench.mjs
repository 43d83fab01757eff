import { join } from 'node:path'
import { runInForeground } from '../launch/foreground.mjs'
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
  console.log = say
  return runInForeground(process.execPath, [join(folder, 'bench.js'), ...args], { cwd: root })
}
