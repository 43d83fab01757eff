import { chmod, copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runInForeground } from '../launch/foreground.mjs'
import { tools } from '../launch/tools.mjs'
import { SetupError } from '../setup/errors.mjs'
import { places } from '../setup/paths.mjs'
import { addLicences } from './licences.mjs'

/**
 * Lets electron-builder put Electron, the bundles and their packages together as electron-builder.yml says.
 *
 * @param {string} root
 * @returns {Promise<string>} the folder with the whole app
 */
export async function makeAppFolder(root) {
  const folder = join(root, 'dist/linux-unpacked')
  await rm(folder, { recursive: true, force: true })
  const args = ['--linux', 'dir', '--x64', '--publish', 'never', `-c.electronDist=${places.electronDist}`]
  const code = await runInForeground(process.execPath, [tools.electronBuilder, ...args], {
    cwd: root,
    // Hard links would make the package's files the cache's own; the program in it is changed afterwards.
    env: { ...process.env, USE_HARD_LINKS: 'false' },
  })
  if (code !== 0) throw new SetupError('electron-builder could not make the app: the reason stands above.')
  // Electron's own page for a program without an app, which this one is not.
  await rm(join(folder, 'resources/default_app.asar'), { force: true })
  await addLicences(root, folder)
  await mkdir(join(folder, 'bin'), { recursive: true })
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
