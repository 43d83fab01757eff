import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

/** The clone this script belongs to. */
export const root = resolve(import.meta.dirname, '../..')

/** The places of a clone that the set-up fills. */
export const places = {
  nodeModules: join(root, 'node_modules'),
  electron: join(root, 'node_modules/electron'),
  electronDist: join(root, 'node_modules/electron/dist'),
  tfjsNode: join(root, 'node_modules/@tensorflow/tfjs-node'),
  nodeHeaders: join(root, 'node_modules/node-api-headers/include'),
  /** What was placed, so that the next run sees at a glance whether it still stands. */
  stamps: join(root, 'node_modules/.unroll'),
}

/**
 * The user's folder for downloads and built parts, shared by all clones.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env.UNROLL_CACHE) return resolve(env.UNROLL_CACHE)
  if (platform === 'darwin') return join(home, 'Library/Caches/unroll')
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData/Local'), 'unroll')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'unroll')
}
