import { fetchers } from '../fetch/fetchers.mjs'
import { checkPlatform } from '../host/platform.mjs'
import { cacheFolder, places } from '../paths.mjs'
import { platforms } from '../pins/platforms.mjs'

/**
 * What the parts are set up for, from and into. Everything that a part does follows from this, so that the set-up of a
 * system can be gone through on another one.
 *
 * @typedef {(folder: string, places: import('../paths.mjs').Places, library: () => Promise<string>) => Promise<void>} Compile
 *
 * @typedef {object} Context
 * @property {string} system the key of its table, such as `linux-x64`
 * @property {import('../pins/types.mjs').Platform} platform the table
 * @property {import('../paths.mjs').Places} places
 * @property {string} stamps where it is kept what was placed
 * @property {string} cache
 * @property {import('../fetch/fetchers.mjs').Fetchers} fetchers
 * @property {Compile} [compile] for tests: another way to make the addon where it is compiled
 * @property {(line: string) => void} [say]
 */

/**
 * This machine and this clone. Throws where there is no set-up for the system.
 *
 * @returns {Context}
 */
export function contextHere() {
  return contextFor(checkPlatform(), places)
}

/**
 * A system, which may be another one than this machine's, and a clone.
 *
 * @param {import('../pins/platforms.mjs').System} system
 * @param {import('../paths.mjs').Places} clone
 * @param {Compile} [compile]
 * @returns {Context}
 */
export function contextFor(system, clone, compile) {
  return {
    system,
    platform: platforms[system],
    places: clone,
    stamps: clone.stamps,
    cache: cacheFolder(),
    fetchers,
    ...(compile && { compile }),
  }
}
