import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endHelpers } from '../../setup/children.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { setUp } from '../../setup/set-up.mjs'
import { runBuildAddons } from '../addons/run.mjs'
import { tryDarwinArm64 } from './darwin-arm64.mjs'
import { tryLinuxArm64 } from './linux-arm64.mjs'
import { tryWayland } from './wayland.mjs'
import { tryWindows } from './windows.mjs'

/** What is tried of each platform, and of Linux on Wayland: lines that say what was seen. A SetupError means that it cannot be tried here. */
const tries = /** @type {Record<string, (folder: string) => Promise<string[]>>} */ ({
  wayland: tryWayland,
  'win32-x64': tryWindows,
  'linux-arm64': tryLinuxArm64,
  'darwin-arm64': tryDarwinArm64,
  'prebuilt addons': async () => {
    if ((await runBuildAddons(['--check'])) !== 0)
      throw new Error('built again, they are not those in the repository')
    return ['built again, they are the same, byte for byte']
  },
})

/**
 * Tries what can be tried of the other platforms on Linux on x64. What cannot is skipped and said; with
 * `UNROLL_PLATFORMS=required` it is a failure.
 *
 * @param {readonly string[]} wanted platforms; none for all
 * @returns {Promise<number>}
 */
export async function testPlatforms(wanted) {
  await setUp()
  const folder = await mkdtemp(join(tmpdir(), 'unroll-platforms-'))
  const summary = []
  let failed = 0
  try {
    for (const [system, attempt] of Object.entries(tries)) {
      if (wanted.length > 0 && !wanted.includes(system)) continue
      const own = join(folder, system)
      await mkdir(own)
      const started = performance.now()
      try {
        const lines = await attempt(own)
        for (const line of lines) console.log(`${system}: ${line}`)
        summary.push(`✓ ${system}, ${((performance.now() - started) / 1000).toFixed(0)} s`)
      } catch (error) {
        const skipped = error instanceof SetupError && process.env.UNROLL_PLATFORMS !== 'required'
        if (!skipped) failed++
        if (!(error instanceof SetupError)) console.error(error)
        const why = error instanceof Error ? error.message : String(error)
        summary.push(`${skipped ? '– skipped' : '✗'} ${system}: ${why}`)
      }
      await rm(own, { recursive: true, force: true })
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
    await endHelpers()
  }
  console.log(`\n${summary.join('\n')}`)
  return failed > 0 ? 1 : 0
}
