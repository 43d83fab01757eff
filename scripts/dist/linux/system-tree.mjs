import { chmod, copyFile, mkdir, readdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { linkTree } from '../../setup/parts/link-tree.mjs'
import { listItems } from '../../setup/parts/manifest.mjs'

/**
 * Lays the app out as a package puts it into a Linux system: the program, its name among the commands, menu entry, file
 * types and icons. Its files are hard links to those of the app's folder, but for what a package changes.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} tree
 * @returns {Promise<{ bytes: number, helper: string }>} the size of it, and Chromium's helper for systems that deny user
 *   namespaces to programs: a package gives it the rights that it asks for, as Chromium's own does
 */
export async function layOutSystem(root, folder, tree) {
  await rm(tree, { recursive: true, force: true })
  const items = await listItems(folder)
  await linkTree(folder, items, join(tree, 'opt/unroll'))
  const helper = join(tree, 'opt/unroll/chrome-sandbox')
  await rm(helper)
  await copyFile(join(folder, 'chrome-sandbox'), helper)
  await addDesktopFiles(root, tree)
  await mkdir(join(tree, 'usr/bin'), { recursive: true })
  await symlink('../../opt/unroll/bin/unroll', join(tree, 'usr/bin/unroll'))
  return { bytes: items.reduce((sum, item) => sum + ('size' in item ? item.size : 0), 0), helper }
}

/**
 * @param {string} root
 * @param {string} tree
 */
async function addDesktopFiles(root, tree) {
  /** @param {string} from @param {string} to */
  const put = async (from, to) => {
    await mkdir(join(tree, to, '..'), { recursive: true })
    await copyFile(join(root, from), join(tree, to))
  }
  await put('resources/linux/unroll.desktop', 'usr/share/applications/unroll.desktop')
  await put('resources/linux/unroll-mime.xml', 'usr/share/mime/packages/unroll.xml')
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
export async function openToAll(tree) {
  await chmod(tree, 0o755)
  for (const entry of await readdir(tree, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    else if (entry.isFile() && !path.includes('/opt/unroll/')) await chmod(path, 0o644)
  }
}
