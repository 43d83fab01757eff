import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runBuilder } from './builder.mjs'
import { addLicences } from './terms/licences.mjs'

/**
 * Lets electron-builder put Electron, the bundles and their packages together as electron-builder.yml says.
 *
 * @param {string} root
 * @param {import('./targets.mjs').Target} target
 * @param {string} electronDist Electron for the target's system
 * @returns {Promise<string>} the folder with the whole app
 */
export async function makeAppFolder(root, target, electronDist) {
  const { builder, processor, system } = target
  const folder = join(root, 'dist', target.folder)
  await rm(folder, { recursive: true, force: true })
  if (builder === 'win') {
    // Its library is there only after the set-up.
    const { makeIcon } = await import('./windows/icon.mjs')
    await makeIcon(root)
  }
  await runBuilder(root, [`--${builder}`, 'dir', `--${processor}`, `-c.electronDist=${electronDist}`])
  await addLicences(root, folder, system, electronDist)
  // A bundle of macOS is signed, and stays as it is.
  if (builder === 'mac') return folder
  // Electron's own page for a program without an app, which this one is not.
  await rm(join(folder, 'resources/default_app.asar'), { force: true })
  await mkdir(join(folder, 'bin'), { recursive: true })
  if (builder === 'win') {
    const launcher = await readFile(join(root, 'resources/windows/unroll.cmd'), 'utf8')
    // The shell of Windows misreads other ends of lines in some places.
    await writeFile(join(folder, 'bin/unroll.cmd'), launcher.replace(/\r?\n/g, '\r\n'))
    return folder
  }
  await copyFile(join(root, 'resources/linux/unroll.sh'), join(folder, 'bin/unroll'))
  await chmod(join(folder, 'bin/unroll'), 0o755)
  await setRights(folder)
  return folder
}

/**
 * Everybody may read and start what is there, whatever umask it was made under.
 *
 * @param {string} folder
 */
async function setRights(folder) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile()) await chmod(path, isProgram(entry.name) ? 0o755 : 0o644)
  }
}

/** @param {string} name */
function isProgram(name) {
  return ['unroll', 'chrome-sandbox', 'chrome_crashpad_handler'].includes(name)
}
