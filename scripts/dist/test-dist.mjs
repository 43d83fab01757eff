import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { displayEnvironment } from '../launch/display.mjs'
import { runInForeground } from '../launch/foreground.mjs'
import { tools } from '../launch/tools.mjs'
import { endHelpers } from '../setup/children.mjs'
import { hasCommand, runCommand } from '../setup/command.mjs'
import { SetupError } from '../setup/errors.mjs'
import { installDebianPackages } from '../setup/host/debian.mjs'
import { root } from '../setup/paths.mjs'
import { makePackages } from './dist.mjs'
import { installDeb, purgeDeb } from './linux/install.mjs'

/**
 * Makes the packages and tries them as a user would: unpacked somewhere, and installed where this process may.
 *
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<number>} 0 when all passed
 */
export async function testDist(args) {
  const isRoot = process.getuid?.() === 0
  const { made } = await makePackages([], ['rpm'])
  const { 'tar.gz': tarball, deb, rpm } = made
  if (!tarball)
    throw new SetupError('The packages of this system are none of Linux: there is no test for them yet.')
  if (isRoot && hasCommand('apt-get'))
    await installDebianPackages(['iproute2', 'xdotool'], 'The tests need them.')
  const display = await displayEnvironment()
  const cut = isRoot && hasCommand('unshare') && hasCommand('ip')
  if (!cut) console.log('Skipped: cutting the network needs root, unshare and ip.')

  /** @param {string} what @param {string} program @param {string} folder @param {readonly string[]} [some] */
  const tryProgram = (what, program, folder, some = []) => {
    console.log(`\n── ${what}`)
    const config = ['--config', 'test/dist/playwright.config.ts']
    const playwright = [tools.playwright, 'test', ...config, ...some, ...args]
    // Nothing but the loopback device, by which the test speaks to the app.
    const alone = [
      '--net',
      'sh',
      '-c',
      'ip link set lo up && exec "$0" "$@"',
      process.execPath,
      ...playwright,
    ]
    const env = { ...display, UNROLL_PROGRAM: program, UNROLL_FOLDER: folder, UNROLL_CUT: cut ? 'yes' : '' }
    return cut
      ? runInForeground('unshare', alone, { cwd: root, env })
      : runInForeground(process.execPath, playwright, { cwd: root, env })
  }

  const place = await mkdtemp(join(tmpdir(), 'unroll-dist-'))
  try {
    const folder = await unpack(tarball, place)
    const codes = [await tryProgram('the .tar.gz', join(folder, 'bin/unroll'), folder)]
    if (!rpm || !hasCommand('rpm2cpio') || !hasCommand('cpio'))
      console.log('Skipped: the .rpm, which needs rpmbuild to be made, and rpm2cpio and cpio to be unpacked.')
    else {
      const tree = await unpackRpm(rpm, place)
      // The same files as in the archive: what a package of its own could lose is whether they are all there, and start.
      const some = ['--grep', /package\.spec|PyTorch|by relative paths/.source]
      codes.push(await tryProgram('the .rpm', join(tree, 'usr/bin/unroll'), join(tree, 'opt/unroll'), some))
    }
    if (!deb) console.log('Skipped: the .deb, which needs dpkg-deb to be made.')
    else if (!isRoot) console.log('Skipped: the .deb, which only root can install.')
    else {
      const paths = await installDeb(deb)
      try {
        codes.push(await tryProgram('the .deb', '/usr/bin/unroll', '/opt/unroll'))
      } finally {
        await purgeDeb(paths)
      }
      console.log('Purged: nothing is left in the system.')
    }
    return codes.every((code) => code === 0) ? 0 : 1
  } finally {
    await endHelpers()
    await rm(place, { recursive: true, force: true })
  }
}

/**
 * Unpacks into a folder whose name is not of the easy kind, and that an ordinary user may read.
 *
 * @param {string} tarball
 * @param {string} place
 */
async function unpack(tarball, place) {
  const folder = join(place, 'Größe x')
  await mkdir(folder)
  await chmod(place, 0o755)
  const { code, stderr } = await runCommand('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'])
  if (code !== 0) throw new SetupError(`tar could not unpack ${tarball}: ${stderr.trim()}`)
  return folder
}

/**
 * Unpacks a package into a folder, as it would be installed, without a system that uses such packages.
 *
 * @param {string} rpm
 * @param {string} place
 */
async function unpackRpm(rpm, place) {
  const tree = join(place, 'rpm')
  await mkdir(tree)
  const line = 'rpm2cpio "$0" | cpio --extract --make-directories --quiet --no-absolute-filenames'
  const { code, stderr } = await runCommand('sh', ['-c', line, rpm], { cwd: tree })
  if (code !== 0) throw new SetupError(`cpio could not unpack ${rpm}: ${stderr.trim()}`)
  return tree
}
