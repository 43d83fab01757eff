import { chmod, copyFile, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { linkTree } from '../setup/parts/link-tree.mjs'
import { listItems } from '../setup/parts/manifest.mjs'
import { whileWorking } from '../setup/progress.mjs'
import { controlFile } from './deb-control.mjs'
import { debianCopyright } from './licences.mjs'

/**
 * Makes the Debian package: a tree as it will stand in the system, and dpkg-deb. It has no scripts of its own: the
 * caches of menu, file types and icons are kept by triggers of the packages that own them, at removal as well.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} version
 * @returns {Promise<string>} its path
 */
export async function makeDeb(root, folder, version) {
  const tree = join(root, 'dist/deb')
  await rm(tree, { recursive: true, force: true })
  const items = await listItems(folder)
  await linkTree(folder, items, join(tree, 'opt/unroll'))
  // Chromium's helper for systems that deny user namespaces to programs, as its own package installs it.
  const helper = join(tree, 'opt/unroll/chrome-sandbox')
  await rm(helper)
  await copyFile(join(folder, 'chrome-sandbox'), helper)
  await addDesktopFiles(root, folder, tree)
  await mkdir(join(tree, 'usr/bin'), { recursive: true })
  await symlink('../../opt/unroll/bin/unroll', join(tree, 'usr/bin/unroll'))
  const bytes = items.reduce((sum, item) => sum + ('size' in item ? item.size : 0), 0)
  await mkdir(join(tree, 'DEBIAN'), { recursive: true })
  await writeFile(join(tree, 'DEBIAN/control'), controlFile({ version, bytes }))
  await openToAll(tree)
  await chmod(helper, 0o4755)

  const target = join(root, `dist/unroll_${version}_amd64.deb`)
  // Level 9 of zstd: higher ones take minutes for one per cent.
  const args = ['--root-owner-group', '-Zzstd', '-z9', '--build', tree, target]
  const { code, stderr } = await whileWorking('Packing the .deb', runCommand('dpkg-deb', args))
  if (code !== 0) throw new SetupError(`dpkg-deb could not pack ${tree}: ${stderr.trim()}`)
  await rm(tree, { recursive: true })
  return target
}

/**
 * Menu entry, file type, icons and licences.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} tree
 */
async function addDesktopFiles(root, folder, tree) {
  /** @param {string} from @param {string} to */
  const put = async (from, to) => {
    await mkdir(join(tree, to, '..'), { recursive: true })
    await copyFile(join(root, from), join(tree, to))
  }
  await put('resources/linux/unroll.desktop', 'usr/share/applications/unroll.desktop')
  await put('resources/linux/unroll-mime.xml', 'usr/share/mime/packages/unroll.xml')
  await mkdir(join(tree, 'usr/share/doc/unroll'), { recursive: true })
  await writeFile(join(tree, 'usr/share/doc/unroll/copyright'), await debianCopyright(root, folder))
  await put('resources/icon.svg', 'usr/share/icons/hicolor/scalable/apps/unroll.svg')
  for (const name of await readdir(join(root, 'resources/icons'))) {
    const size = name.replace('.png', '')
    await put(`resources/icons/${name}`, `usr/share/icons/hicolor/${size}/apps/unroll.png`)
  }
}

/**
 * Rights that do not depend on the umask of whoever builds.
 *
 * @param {string} tree
 */
async function openToAll(tree) {
  await chmod(tree, 0o755)
  for (const entry of await readdir(tree, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile() && !path.includes('/opt/unroll/')) await chmod(path, 0o644)
  }
}
