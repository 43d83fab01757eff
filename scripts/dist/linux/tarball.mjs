import { basename, dirname, join } from 'node:path'
import { runCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { whileWorking } from '../../setup/progress.mjs'

/**
 * Packs the app into an archive that runs from wherever it is unpacked.
 *
 * @param {string} root
 * @param {string} folder
 * @param {string} version
 * @param {string} system
 * @returns {Promise<string>} its path
 */
export async function makeTarball(root, folder, version, system) {
  const name = `unroll-${version}-${system}`
  const target = join(root, `dist/${name}.tar.gz`)
  const args = [
    // A third of the time of the usual level, for a few per cent more bytes.
    ...['--use-compress-program', 'gzip -3'],
    ...['--owner=0', '--group=0', '--sort=name'],
    ...['--transform', `s,^${basename(folder)},${name},`],
    ...['--create', '--file', target, '--directory', dirname(folder), basename(folder)],
  ]
  const { code, stderr } = await whileWorking('Packing the .tar.gz', runCommand('tar', args))
  if (code !== 0) throw new SetupError(`tar could not pack ${folder}: ${stderr.trim()}`)
  return target
}
