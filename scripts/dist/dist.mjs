import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '../launch/build.mjs'
import { hasCommand } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'
import { megabytes } from '../setup/progress.mjs'
import { setUp } from '../setup/set-up.mjs'
import { makeAppFolder } from './app-folder.mjs'
import { makeDeb } from './deb.mjs'
import { stripLibraries } from './native.mjs'
import { makeTarball } from './tarball.mjs'

/** @typedef {{ folder: string, tarball: string, deb: string | undefined }} Packages */

/**
 * Sets up, builds what has changed and makes the packages for Linux. No `.deb` where dpkg-deb is missing.
 *
 * @returns {Promise<Packages>}
 */
export async function makePackages() {
  await setUp()
  await buildIfNeeded(root)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  await stripLibraries(root)
  const folder = await makeAppFolder(root)
  const tarball = await makeTarball(root, folder, version)
  const deb = hasCommand('dpkg-deb') ? await makeDeb(root, folder, version) : undefined
  if (!deb) console.log('Note: there is no dpkg-deb here, so the .deb was not made.')
  for (const path of [tarball, ...(deb ? [deb] : [])])
    console.log(`${megabytes((await stat(path)).size).padStart(7)}  ${path}`)
  return { folder, tarball, deb }
}

/** @returns {Promise<number>} the exit code */
export async function dist() {
  await makePackages()
  return 0
}
