import { createHash } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'
import { SetupError } from '../../setup/errors.mjs'
import { listItems } from '../../setup/parts/manifest.mjs'
import { wrongFuses } from '../fuses.mjs'
import { termsOf } from '../terms/licences.mjs'
import { pictures } from './icon.mjs'

/** Where TensorFlow's library and the addon lie: beside each other, as Windows looks for the one in the other's folder. */
const natives = 'resources/app.asar.unpacked/node_modules/@tensorflow/tfjs-node/lib/napi-v8/'
const libraries = [
  'msvcp140.dll',
  'tensorflow.dll',
  'tfjs_binding.node',
  'vcruntime140.dll',
  'vcruntime140_1.dll',
]

/**
 * Looks at the app for Windows as it will be packed, where nobody can start it: what must be there is there, the program has
 * its fuses, its icon and the hash of its archive, and nothing is a link. Throws what is not so.
 *
 * @param {string} root
 * @param {string} folder
 */
export async function checkWindowsApp(root, folder) {
  const problems = [
    ...(await wrongFiles(folder)),
    ...(await wrongFuses(join(folder, 'Unroll.exe'))).map((name) => `the fuse ${name} is not set`),
    ...(await wrongProgram(root, folder)),
  ]
  if (problems.length > 0)
    throw new SetupError(`The app in ${folder} is not as it should be: ${problems.join('; ')}.`)
}

/** @param {string} folder */
async function wrongFiles(folder) {
  const items = await listItems(folder)
  const names = new Set(items.map(({ path }) => path))
  const needed = [
    ...['Unroll.exe', 'bin/unroll.cmd', 'resources/app.asar', ...termsOf('win32-x64')],
    ...libraries.map((name) => `${natives}${name}`),
  ]
  const unpacked = [...names].filter((name) => name.startsWith('resources/'))
  return [
    ...needed.filter((name) => !names.has(name)).map((name) => `${name} is missing`),
    ...items.filter((item) => 'link' in item).map(({ path }) => `${path} is a link`),
    ...unpacked
      .filter((name) => name !== 'resources/app.asar' && !needed.includes(name))
      .map((name) => `${name} does not belong there`),
  ]
}

/**
 * @param {string} root
 * @param {string} folder
 */
async function wrongProgram(root, folder) {
  const program = NtExecutable.from(await readFile(join(folder, 'Unroll.exe')), { ignoreCert: true })
  const { entries } = NtExecutableResource.from(program)
  const problems = []
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR')
  const told = integrity ? JSON.parse(Buffer.from(integrity.bin).toString('utf8')) : []
  const value = await hashOfHeader(join(folder, 'resources/app.asar'))
  // Beside that of Electron's own page, which is not there any more.
  const ours = told.find((/** @type {{ file: string }} */ { file }) => file === 'resources\\app.asar')
  if (ours?.alg !== 'SHA256' || ours.value !== value)
    problems.push("the program's hash of app.asar is another one")
  const [group] = Resource.IconGroupEntry.fromEntries(entries)
  const icons = group ? group.getIconItemsFromEntries(entries) : []
  const inside = icons.map((icon) => (icon.isRaw() ? Buffer.from(icon.bin).toString('base64') : ''))
  for (const { size, png } of await pictures(root))
    if (!inside.includes(png.toString('base64'))) problems.push(`the icon of ${size} pixels is missing`)
  return problems
}

/**
 * What Electron compares at its start: the hash of the list of files at the beginning of an archive, behind four numbers of
 * four bytes each.
 *
 * @param {string} archive
 */
async function hashOfHeader(archive) {
  const file = await open(archive)
  try {
    const numbers = Buffer.alloc(16)
    await file.read(numbers, 0, 16, 0)
    const header = Buffer.alloc(numbers.readUInt32LE(12))
    await file.read(header, 0, header.length, 16)
    return createHash('sha256').update(header).digest('hex')
  } finally {
    await file.close()
  }
}
