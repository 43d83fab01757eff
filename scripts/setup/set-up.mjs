import { join } from 'node:path'
import { needsXvfb } from '../launch/display.mjs'
import { addonPart, checkAddonLoads } from './addon.mjs'
import { ensureChineseFont } from './chinese-font.mjs'
import { ensureElectron, executableIn } from './electron.mjs'
import { ensureNpmPackages } from './npm-packages.mjs'
import { ensurePart } from './part.mjs'
import { cacheFolder, places, root } from './paths.mjs'
import { checkPlatform } from './platform.mjs'
import { ensureSystemLibraries } from './system-libraries.mjs'
import { libraryPart } from './tensorflow.mjs'

/** Electron's executable in this clone. */
export const electronBinary = join(places.electronDist, executableIn(process.platform))

/**
 * Everything a bare clone needs before it can run. Looks first and does only what is missing.
 *
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function setUp() {
  const started = performance.now()
  const cache = cacheFolder()
  const where = { cache, stamps: places.stamps }
  checkPlatform()
  const packages = await ensureNpmPackages(root)
  const electron = await ensureElectron(places, cache)
  await ensureSystemLibraries(electronBinary, needsXvfb(process.env, process.platform))
  if (packages || electron) await ensureChineseFont()
  const addon = addonPart(places, cache)
  const parts = [await ensurePart(addon, where), await ensurePart(libraryPart(places), where)]
  const native = parts.includes(true)
  if (native) await checkAddonLoads(addon.target)
  const changed = packages || electron || native
  if (changed) console.log(`Set-up done in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return changed
}
