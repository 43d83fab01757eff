import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureNative } from '../setup/bridge/native.mjs'
import { contextHere } from '../setup/parts/context.mjs'
import { ensureElectron } from '../setup/parts/electron.mjs'
import { places } from '../setup/paths.mjs'
import { platforms } from '../setup/pins/platforms.mjs'

/**
 * What a package for a system is made of: for this one as the set-up has placed it, for another one by the same table and
 * from the same cache, in a folder of its own. Only what is built before can be had for another system, nothing that its
 * own compiler would make.
 *
 * @param {string} root
 * @param {import('../setup/pins/platforms.mjs').System} system
 * @returns {Promise<import('../setup/parts/context.mjs').Context>}
 */
export async function contextFor(root, system) {
  const here = contextHere()
  if (system === here.system) return here
  const folder = join(root, 'out/foreign', system)
  const context = {
    ...here,
    system,
    platform: platforms[system],
    places: {
      ...places,
      electron: join(folder, 'electron'),
      electronDist: join(folder, 'electron/dist'),
      tfjsNode: join(folder, 'tfjs-node'),
    },
    stamps: join(folder, 'stamps'),
  }
  await mkdir(context.places.electron, { recursive: true })
  await copyFile(join(places.electron, 'checksums.json'), join(context.places.electron, 'checksums.json'))
  await ensureElectron(context)
  await ensureNative(context)
  return context
}
