import { chmod, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { whileWorking } from '../../setup/progress.mjs'
import { debianCopyright } from '../terms/licences.mjs'
import { controlFile, debianName } from './deb-control.mjs'
import { layOutSystem, openToAll } from './system-tree.mjs'

/**
 * Makes the Debian package: a tree as it will stand in the system, and dpkg-deb. It has no scripts of its own: the
 * caches of menu, file types and icons are kept by triggers of the packages that own them, at removal as well.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} version
 * @param {'x64' | 'arm64'} processor
 * @returns {Promise<string>} its path
 */
export async function makeDeb(root, folder, version, processor) {
  const tree = join(root, 'dist/deb')
  const { bytes, helper } = await layOutSystem(root, folder, tree)
  await mkdir(join(tree, 'usr/share/doc/unroll'), { recursive: true })
  await writeFile(join(tree, 'usr/share/doc/unroll/copyright'), await debianCopyright(root, folder))
  await mkdir(join(tree, 'DEBIAN'), { recursive: true })
  await writeFile(join(tree, 'DEBIAN/control'), controlFile({ version, bytes, processor }))
  await openToAll(tree)
  await chmod(helper, 0o4755)

  const target = join(root, `dist/unroll_${version}_${debianName(processor)}.deb`)
  // Level 9 of zstd: higher ones take minutes for one per cent.
  const args = ['--root-owner-group', '-Zzstd', '-z9', '--build', tree, target]
  const { code, stderr } = await whileWorking('Packing the .deb', runCommand('dpkg-deb', args))
  if (code !== 0) throw new SetupError(`dpkg-deb could not pack ${tree}: ${stderr.trim()}`)
  await rm(tree, { recursive: true })
  return target
}
