import { homedir } from 'node:os'
import nodePath from 'node:path'

/** The clone this script belongs to. */
export const root = nodePath.resolve(import.meta.dirname, '../..')

/**
 * The places of a clone that the set-up reads and fills.
 *
 * @param {string} clone
 * @param {nodePath.PlatformPath} [path] how the system writes its paths
 */
export function placesOf(clone, { join } = nodePath) {
  return {
    root: clone,
    nodeModules: join(clone, 'node_modules'),
    electron: join(clone, 'node_modules/electron'),
    electronDist: join(clone, 'node_modules/electron/dist'),
    tfjsNode: join(clone, 'node_modules/@tensorflow/tfjs-node'),
    nodeHeaders: join(clone, 'node_modules/node-api-headers/include'),
    /** Addons that were built before, for systems whose users have no compiler. */
    prebuilt: join(clone, 'prebuilt'),
    /** What was placed, so that the next run sees at a glance whether it still stands. */
    stamps: join(clone, 'node_modules/.unroll'),
  }
}

/** @typedef {ReturnType<typeof placesOf>} Places */

/** The places of this clone. */
export const places = placesOf(root)

/**
 * The user's folder for downloads and built parts, shared by all clones.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  const { join, resolve } = platform === 'win32' ? nodePath.win32 : nodePath.posix
  if (env.UNROLL_CACHE) return resolve(env.UNROLL_CACHE)
  if (platform === 'darwin') return join(home, 'Library/Caches/unroll')
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData/Local'), 'unroll')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'unroll')
}
