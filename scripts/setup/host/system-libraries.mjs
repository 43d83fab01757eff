import { hasCommand, runCommand } from '../command.mjs'
import { SetupError } from '../errors.mjs'
import { installDebianPackages } from './debian.mjs'

/** The Debian package (name without `t64`) that brings each library Electron links to. */
const packageOf = /** @type {Record<string, string>} */ ({
  'libasound.so.2': 'libasound2',
  'libatk-1.0.so.0': 'libatk1.0-0',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0',
  'libcairo.so.2': 'libcairo2',
  'libcups.so.2': 'libcups2',
  'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2',
  'libexpat.so.1': 'libexpat1',
  'libgbm.so.1': 'libgbm1',
  'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0',
  'libgobject-2.0.so.0': 'libglib2.0-0',
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4',
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0',
  'libsmime3.so': 'libnss3',
  'libudev.so.1': 'libudev1',
  'libX11.so.6': 'libx11-6',
  'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1',
  'libXdamage.so.1': 'libxdamage1',
  'libXext.so.6': 'libxext6',
  'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXrandr.so.2': 'libxrandr2',
})

/** The libraries that Electron links to, beside those of C and C++. */
export const systemLibraries = Object.keys(packageOf)

/**
 * The libraries that `ldd` could not find.
 *
 * @param {string} lddOutput
 * @returns {string[]}
 */
export function missingLibraries(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map(([, name = '']) => name)
  return [...new Set(names)]
}

/**
 * The Debian packages (names without `t64`) for missing libraries, and the libraries no package is known for.
 *
 * @param {readonly string[]} libraries
 * @returns {{ packages: string[], unknown: string[] }}
 */
export function packagesFor(libraries) {
  const packages = libraries.flatMap((name) => packageOf[name] ?? [])
  return { packages: [...new Set(packages)].sort(), unknown: libraries.filter((name) => !packageOf[name]) }
}

/**
 * What a Debian package of the app depends on, under the names before and after the move to a 64-bit time_t.
 *
 * @returns {string[]}
 */
export function packageDependencies() {
  const { packages } = packagesFor(systemLibraries)
  return packages.map((name) => `${name}t64 | ${name}`)
}

/**
 * Sees to it that Electron can start: its shared libraries, and an X server where there is no display.
 *
 * @param {string} binary Electron's executable
 * @param {boolean} needsXvfb
 */
export async function ensureSystemLibraries(binary, needsXvfb) {
  if (process.platform !== 'linux') return
  const missing = missingLibraries((await runCommand('ldd', [binary])).stdout)
  const { packages, unknown } = packagesFor(missing)
  const lacking = [...missing]
  if (needsXvfb && !hasCommand('Xvfb')) {
    packages.push('xvfb', 'xauth')
    lacking.push('Xvfb (there is no display here)')
  }
  if (lacking.length === 0) return

  const why = `Electron needs system libraries that are missing here: ${lacking.join(', ')}.`
  if (unknown.length > 0 || !hasCommand('apt-get')) {
    throw new SetupError(
      `${why} Install them with your system's package manager and run the same command again.`,
    )
  }
  await installDebianPackages(packages, why)
  const still = missingLibraries((await runCommand('ldd', [binary])).stdout)
  if (still.length > 0) {
    throw new SetupError(
      `${why} After installing ${packages.join(' ')} still missing: ${still.join(', ')}; install them by hand and run the same command again.`,
    )
  }
}
