import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { whileWorking } from '../../setup/progress.mjs'
import { specFile } from './rpm-spec.mjs'
import { layOutSystem, openToAll } from './system-tree.mjs'

/**
 * Makes the package for Fedora, openSUSE and others that use rpm: the tree of the Debian package, and rpmbuild.
 *
 * @param {string} root
 * @param {string} folder the whole app
 * @param {string} version
 * @returns {Promise<string>} its path
 */
export async function makeRpm(root, folder, version) {
  const work = join(root, 'dist/rpm')
  const tree = join(work, 'tree')
  await rm(work, { recursive: true, force: true })
  await layOutSystem(root, folder, tree)
  await openToAll(tree)
  await mkdir(work, { recursive: true })
  const spec = join(work, 'unroll.spec')
  await writeFile(spec, specFile({ version, tree }))
  const name = `unroll-${version}-1.x86_64.rpm`
  const args = ['-bb', '--define', `_topdir ${work}`, '--define', `_rpmfilename ${name}`, spec]
  const { code, stderr } = await whileWorking('Packing the .rpm', runCommand('rpmbuild', args))
  if (code !== 0) throw new SetupError(`rpmbuild could not pack ${tree}: ${stderr.trim()}`)
  const target = join(root, 'dist', name)
  await rename(join(work, 'RPMS', name), target)
  await rm(work, { recursive: true })
  return target
}
