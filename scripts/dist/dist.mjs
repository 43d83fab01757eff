import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { buildIfNeeded } from '../launch/build.mjs'
import { hasCommand } from '../setup/command.mjs'
import { root } from '../setup/paths.mjs'
import { megabytes } from '../setup/progress.mjs'
import { setUp } from '../setup/set-up.mjs'
import { makeAppFolder } from './app-folder.mjs'
import { buildWithTools } from './builder.mjs'
import { contextFor } from './foreign.mjs'
import { makeDeb } from './linux/deb.mjs'
import { makeRpm } from './linux/rpm.mjs'
import { makeTarball } from './linux/tarball.mjs'
import { layOutNatives } from './natives.mjs'
import { targetIn } from './targets.mjs'

/** @typedef {import('./targets.mjs').Kind} Kind */
/** @typedef {{ folder: string, made: Partial<Record<Kind, string>> }} Packages the app's folder, and the path of each package */

/**
 * Sets up, builds what has changed and makes packages. No `.deb` where dpkg-deb is missing, no `.rpm` without rpmbuild.
 *
 * @param {readonly string[]} args
 * @param {readonly Kind[]} [also] further kinds from the same folder
 * @returns {Promise<Packages>}
 */
export async function makePackages(args, also = []) {
  await setUp()
  const target = targetIn(args, `${process.platform}-${process.arch}`)
  await buildIfNeeded(root)
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const context = await contextFor(root, target.system)
  await layOutNatives(root, context)
  const folder = await makeAppFolder(root, target, context.places.electronDist)
  /** @type {Partial<Record<Kind, string>>} */
  const made = {}
  for (const kind of [...target.kinds, ...also]) {
    const path = await makeOne(kind, target, folder, version, context.places.electronDist)
    if (path === undefined) continue
    made[kind] = path
    const { size } = await stat(path)
    console.log(kind === 'app' ? path : `${megabytes(size).padStart(7)}  ${path}`)
  }
  return { folder, made }
}

/**
 * @param {Kind} kind
 * @param {import('./targets.mjs').Target} target
 * @param {string} folder the whole app
 * @param {string} version
 * @param {string} electronDist
 * @returns {Promise<string | undefined>} its path; undefined, and said, where it cannot be made here
 */
async function makeOne(kind, target, folder, version, electronDist) {
  switch (kind) {
    case 'tar.gz':
      return makeTarball(root, folder, version, target.system)
    case 'zip': {
      // Its library is there only after the set-up.
      const { makeZip } = await import('./windows/zip.mjs')
      return makeZip(root, folder, `unroll-${version}-${target.system}`)
    }
    case 'app':
      return join(folder, 'Unroll.app')
    case 'deb':
      if (hasCommand('dpkg-deb')) return makeDeb(root, folder, version, target.processor)
      return without('dpkg-deb', kind)
    case 'rpm':
      if (hasCommand('rpmbuild')) return makeRpm(root, folder, version)
      return without('rpmbuild', kind)
    case 'nsis':
    case 'AppImage':
      return buildWithTools(root, kind, target, folder, version, electronDist)
  }
}

/** @param {string} command @param {Kind} kind */
function without(command, kind) {
  console.log(`Note: there is no ${command} here, so the .${kind} was not made.`)
  return undefined
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function dist(args) {
  await makePackages(args)
  return 0
}
