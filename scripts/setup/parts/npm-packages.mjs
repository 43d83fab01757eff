import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../errors.mjs'
import { npm, npmAdvice, npmReason } from '../fetch/npm.mjs'
import { whileWorking } from '../progress.mjs'

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} Packages */

/**
 * The first package of the lock file that node_modules lacks or has in another version, if there is one.
 *
 * @param {Packages} wanted `packages` of package-lock.json
 * @param {Packages} installed `packages` of node_modules/.package-lock.json, which npm writes when it is done
 * @param {(path: string) => boolean} exists
 * @returns {string | undefined}
 */
export function firstMissingPackage(wanted, installed, exists) {
  return Object.keys(wanted).find((path) => {
    const pin = wanted[path]
    if (path === '' || !pin || pin.link) return false
    const found = installed[path]
    // npm leaves out the optional packages of other systems.
    if (!found) return !pin.optional && !pin.devOptional
    return found.version !== pin.version || found.integrity !== pin.integrity || !exists(path)
  })
}

/**
 * Installs the npm packages of the lock file when they are not there as it says.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function ensureNpmPackages(root) {
  const wanted = await readPackages(join(root, 'package-lock.json'))
  if (!wanted)
    throw new SetupError(
      `${root} has no readable package-lock.json: get a whole clone of Unroll and run the command there.`,
    )
  const installed = await readPackages(join(root, 'node_modules/.package-lock.json'))
  const exists = (/** @type {string} */ path) => existsSync(join(root, path, 'package.json'))
  if (installed && !firstMissingPackage(wanted, installed, exists)) return false

  const { code, stderr, missing } = await whileWorking(
    `Installing ${Object.keys(wanted).length - 1} npm packages`,
    npm(['ci', '--loglevel=error'], { cwd: root }),
  )
  if (missing)
    throw new SetupError(
      'npm was not found: it comes with Node, so install Node from https://nodejs.org and run the same command again.',
    )
  if (code !== 0) {
    throw new SetupError(
      `npm could not install the packages of package-lock.json (${npmReason(stderr)}): ${npmAdvice(stderr)}, and run the same command again.`,
    )
  }
  return true
}

/**
 * @param {string} path
 * @returns {Promise<Packages | undefined>}
 */
async function readPackages(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8')).packages
  } catch {
    return undefined
  }
}
