import { lstat } from 'node:fs/promises'
import { runCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'

const aptGet = ['DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-y', '-o', 'DPkg::Lock::Timeout=300']

/**
 * Installs the package with all that it depends on.
 *
 * @param {string} deb
 * @returns {Promise<string[]>} the paths that it has brought
 */
export async function installDeb(deb) {
  if ((await runCommand('dpkg-query', ['--status', 'unroll'])).code === 0)
    throw new SetupError(
      'unroll is installed here already: remove it (apt-get purge unroll) and run this again.',
    )
  console.log('\n── installing the .deb')
  await run('env', [...aptGet, 'install', '--no-install-recommends', deb])
  const { stdout } = await runCommand('dpkg-query', ['--listfiles', 'unroll'])
  // Folders such as /usr/bin are the system's.
  return stdout.split('\n').filter((path) => path.includes('unroll'))
}

/**
 * Removes the package and makes sure that nothing of it is left.
 *
 * @param {readonly string[]} paths what it had brought
 */
export async function purgeDeb(paths) {
  await run('env', [...aptGet, 'purge', 'unroll'])
  const typeFiles = ['safetensors', 'unroll'].map((type) => `/usr/share/mime/application/vnd.${type}.xml`)
  const left = []
  for (const path of [...paths, ...typeFiles]) {
    const found = await lstat(path).catch(() => undefined)
    if (found) left.push(path)
  }
  if (left.length > 0) throw new SetupError(`After the purge there is still ${left.join(', ')}.`)
}

/** @param {string} command @param {string[]} args */
async function run(command, args) {
  const { code, stdout, stderr } = await runCommand(command, args)
  if (code !== 0) throw new SetupError(`${args.join(' ')} failed:\n${stdout}${stderr}`)
}
