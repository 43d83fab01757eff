import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../../setup/errors.mjs'
import { platforms } from '../../setup/pins/platforms.mjs'
import { copyrightFile } from './copyright-file.mjs'
import { licenceOf } from './licence-texts.mjs'
import { shippedPackages } from './shipped-packages.mjs'

/** Of Electron and of Chromium: electron-builder puts them beside the program, but on macOS; and what Electron calls them. */
const BROUGHT = { 'LICENSE.electron.txt': 'LICENSE', 'LICENSES.chromium.html': 'LICENSES.chromium.html' }
/** Files of the licences of the npm packages, and of TensorFlow, beside the program. */
const OF_PACKAGES = 'LICENSES.npm.txt'
const OF_TENSORFLOW = 'LICENSE.tensorflow.txt'
const IN_TENSORFLOW = 'THIRD_PARTY_NOTICES.tensorflow.txt'
/** Of the runtime of the compiler that made TensorFlow's library for Windows, which lies beside that. */
const OF_RUNTIME = 'LICENSE.microsoft-runtime.txt'

/** @typedef {import('../../setup/pins/platforms.mjs').System} System */

/**
 * The files in which a package tells the licences of all that ships in it.
 *
 * @param {System} system
 * @returns {string[]}
 */
export function termsOf(system) {
  const here = ['LICENSE.txt', OF_PACKAGES, OF_TENSORFLOW, IN_TENSORFLOW, ...Object.keys(BROUGHT)]
  return system === 'win32-x64' ? [...here, OF_RUNTIME] : here
}

/**
 * Puts the licences of all that ships beside the program.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {System} system
 * @param {string} electronDist Electron for that system
 */
export async function addLicences(root, folder, system, electronDist) {
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  await copyFile(join(root, 'resources/licences/tensorflow/LICENSE'), join(folder, OF_TENSORFLOW))
  await copyFile(
    join(root, 'resources/licences/tensorflow', noticesOf(platforms[system].library.version)),
    join(folder, IN_TENSORFLOW),
  )
  if (termsOf(system).includes(OF_RUNTIME))
    await copyFile(join(root, 'resources/windows/microsoft-runtime.txt'), join(folder, OF_RUNTIME))
  await writeFile(join(folder, OF_PACKAGES), await licencesOfPackages(root))
  for (const [name, own] of Object.entries(BROUGHT))
    await copyFile(join(electronDist, own), join(folder, name)).catch(() => {
      throw new SetupError(
        `Electron's ${own} is missing in ${electronDist}: the app must not be passed on without it.`,
      )
    })
}

/**
 * What TensorFlow's library contains changes with its version.
 *
 * @param {string} version
 */
export function noticesOf(version) {
  return `THIRD_PARTY_NOTICES-${version}.txt`
}

/**
 * The licences of the npm packages, one after the other.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function licencesOfPackages(root) {
  const all = await licensed(root)
  const parts = all.map(
    ({ name, version, licence, text }) => `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${text}\n`,
  )
  return `The npm packages of which Unroll contains something, and their licences.\n\n${parts.join('\n')}`
}

/**
 * The `copyright` file of the Debian package.
 *
 * @param {string} root
 * @param {string} folder the whole app, for Electron's licence
 * @returns {Promise<string>}
 */
export async function debianCopyright(root, folder) {
  /** @param {string} path */
  const text = (path) => readFile(path, 'utf8')
  const packages = await licensed(root)
  return copyrightFile([
    {
      files: '*',
      copyright: 'The Unroll authors',
      name: 'Expat',
      text: await text(join(root, 'LICENSE')),
    },
    {
      files:
        'opt/unroll/unroll opt/unroll/chrome* opt/unroll/*.pak opt/unroll/*.so* opt/unroll/*.bin opt/unroll/locales/*',
      copyright: 'Electron contributors; GitHub Inc.; The Chromium Authors',
      name: 'Electron-and-Chromium',
      text: `${await text(join(folder, 'LICENSE.electron.txt'))}\nThe licences of Chromium and of all that is in it stand in\n/opt/unroll/LICENSES.chromium.html.`,
    },
    {
      files: 'opt/unroll/resources/app.asar.unpacked/node_modules/@tensorflow/tfjs-node/deps/lib/*',
      copyright: 'The TensorFlow Authors',
      name: 'TensorFlow',
      text: `${await text(join(root, 'resources/licences/tensorflow/LICENSE'))}\nThe licences of what TensorFlow's library contains stand in\n/opt/unroll/${IN_TENSORFLOW}.`,
    },
    {
      files: 'main/trainer/data/made/recorded/*',
      copyright: 'nobody, as statsmodels states of each of these data sets',
      name: 'public-domain',
      text: 'Four measured series are in the public domain; the words of the statement about each of\nthem, and where they were measured, stand in docs/data.md of the sources.',
    },
    ...packages.map(({ path, name, version, author, text: terms }) => ({
      files: `${path}/*`,
      copyright: author,
      name: `${name}-${version}`,
      text: terms,
    })),
  ])
}

/** @param {string} root */
async function licensed(root) {
  return Promise.all((await shippedPackages(root)).map((shipped) => licenceOf(root, shipped)))
}
