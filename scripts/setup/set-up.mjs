import { join } from 'node:path'
import { needsXvfb } from '../launch/display.mjs'
import { addonPart, checkAddonLoads } from './bridge/addon.mjs'
import { ensureNative } from './bridge/native.mjs'
import { ensureChineseFont } from './host/chinese-font.mjs'
import { ensureSystemLibraries } from './host/system-libraries.mjs'
import { contextHere } from './parts/context.mjs'
import { ensureElectron } from './parts/electron.mjs'
import { ensureNpmPackages } from './parts/npm-packages.mjs'
import { places, root } from './paths.mjs'
import { platformOf } from './pins/platforms.mjs'

const here = platformOf(`${process.platform}-${process.arch}`)

/** Electron's executable in this clone. */
export const electronBinary = join(places.electronDist, here?.electron.executable ?? 'electron')

/**
 * Everything a bare clone needs before it can run. Looks first and does only what is missing.
 *
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function setUp() {
  const started = performance.now()
  const context = contextHere()
  const packages = await ensureNpmPackages(root)
  const electron = await ensureElectron(context)
  await ensureSystemLibraries(electronBinary, needsXvfb(process.env, process.platform))
  if (packages || electron) await ensureChineseFont()
  const native = await ensureNative(context)
  if (native) await checkAddonLoads((await addonPart(context)).target, context.platform.library.version)
  const changed = packages || electron || native
  if (changed) console.log(`Set-up done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return changed
}
