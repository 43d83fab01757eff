import { join } from 'node:path'
import { runInForeground } from '../launch/foreground.mjs'
import { root } from '../setup/paths.mjs'
import { setUp } from '../setup/set-up.mjs'
import { bundleCliIfNeeded } from './bundle.mjs'

/** A copy of the app's `main/host/tensorflow-settings.ts`. */
export const tensorflowSettings = {
  TF_CPP_MIN_LOG_LEVEL: '2',
  TF_ENABLE_ONEDNN_OPTS: '0',
  TF_NUM_INTEROP_THREADS: '3',
  TF_NUM_INTRAOP_THREADS: '1',
  MALLOC_MMAP_THRESHOLD_: '33554432',
  MALLOC_TRIM_THRESHOLD_: '134217728',
}

/**
 * Sets up, bundles the command line when its sources have changed, and runs a command of it.
 *
 * @param {readonly string[]} args the command and its arguments
 * @returns {Promise<number>} its exit code
 */
export async function runCli(args) {
  // Standard output belongs to the command's own lines, which may be JSON.
  const say = console.log
  console.log = console.error
  await setUp()
  const entry = join(await bundleCliIfNeeded(root), 'index.js')
  console.log = say
  return runInForeground(process.execPath, [entry, ...args], {
    // npm runs scripts in the clone's folder; paths are meant from where the person stands.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, ...tensorflowSettings },
    patient: true,
  })
}
