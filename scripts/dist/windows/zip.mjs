import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { SetupError } from '../../setup/errors.mjs'
import { listItems } from '../../setup/parts/manifest.mjs'
import { whileWorking } from '../../setup/progress.mjs'
import { checkWindowsApp } from './check-app.mjs'
import { checkZip } from './check-zip.mjs'

/**
 * Packs the app into an archive that runs from wherever it is unpacked, file after file and never a whole one in memory;
 * then reads it back.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} name of the archive, and of the one folder in it
 * @returns {Promise<string>} its path
 */
export async function makeZip(root, folder, name) {
  await checkWindowsApp(root, folder)
  const target = join(root, 'dist', `${name}.zip`)
  const temporary = `${target}.tmp-${process.pid}`
  try {
    await whileWorking('Packing the .zip', pack(folder, name, temporary))
    await whileWorking('Reading the .zip back', checkZip(temporary, folder, name))
    await rename(temporary, target)
  } finally {
    await rm(temporary, { force: true })
  }
  return target
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} target
 */
export async function pack(folder, name, target) {
  const items = await listItems(folder)
  // A zip can hold one, and Windows unpacks it as a small text.
  const link = items.find((item) => 'link' in item)
  if (link) throw new SetupError(`${link.path} is a link: Windows could not unpack it.`)
  const zip = new yazl.ZipFile()
  const output = createWriteStream(target)
  const written = pipeline(zip.outputStream, output)
  // A file that cannot be read: what is written so far is no archive.
  zip.once('error', (error) => output.destroy(error))
  for (const { path } of items)
    zip.addFile(join(folder, path), `${name}/${path}`, { mode: 0o100644, compressionLevel: 6 })
  zip.end()
  await written
}
