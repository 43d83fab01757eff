import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand } from '../command.mjs'
import { SetupError } from '../errors.mjs'
import { createProgress } from '../progress.mjs'
import { checkFile } from './integrity.mjs'
import { npm, npmReason } from './npm.mjs'

const lookMs = 250

/** @typedef {{ spec: string, label: string, bytes: number, hash: string }} Wanted what npm or pip has to bring */

/**
 * Fetches a package's archive through npm, which knows the user's registry.
 *
 * @param {Wanted} wanted
 * @param {string} target
 */
export async function fetchWithNpm(wanted, target) {
  await fetchInto(target, wanted, 'the package from npm', async (folder) => {
    // A cache of its own, so that the bytes can be watched as they arrive; it goes away with the folder.
    const own = ['--cache', join(folder, 'cache'), '--pack-destination', folder, '--ignore-scripts']
    const { code, stderr } = await npm(['pack', wanted.spec, '--loglevel=error', ...own], { cwd: folder })
    if (code !== 0) throw new SetupError(`npm could not fetch ${wanted.spec} (${npmReason(stderr)})`)
  })
}

/**
 * Fetches a wheel through pip, which knows the user's index.
 *
 * @param {import('./pip.mjs').Pip} pip
 * @param {Wanted} wanted
 * @param {string} platform its tag in the name of the file
 * @param {string} target
 */
export async function fetchWithPip([command, ...before], wanted, platform, target) {
  await fetchInto(target, wanted, 'the wheel from pip', async (folder) => {
    const quiet = [
      '--disable-pip-version-check',
      '--no-input',
      '--no-cache-dir',
      '--quiet',
      '--progress-bar',
      'off',
    ]
    // With these any Python's pip gets this very file.
    const file = [
      '--no-deps',
      '--only-binary=:all:',
      '--python-version=3.11',
      '--implementation=cp',
      `--platform=${platform}`,
    ]
    const args = ['download', ...quiet, '--dest', folder, ...file, wanted.spec]
    // pip downloads into the folder for temporary files first: let that be the one that is watched.
    const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder }
    const { code, stderr } = await runCommand(command, [...before, ...args], { env })
    if (code !== 0) throw new SetupError(`pip could not fetch ${wanted.spec} (${pipReason(stderr)})`)
  })
}

/**
 * Lets a program download into a private folder, shows the bytes as they arrive there, and keeps the file
 * when it is the pinned one.
 *
 * @param {string} target
 * @param {Wanted} wanted
 * @param {string} what
 * @param {(folder: string) => Promise<void>} run
 */
export async function fetchInto(target, wanted, what, run) {
  const folder = `${target}.arriving`
  await mkdir(folder, { recursive: true })
  const progress = createProgress({ label: wanted.label, total: wanted.bytes })
  const timer = setInterval(() => void folderSize(folder).then(progress.update), lookMs)
  try {
    await run(folder)
    const archive = (await readdir(folder)).find((name) => /\.(tgz|whl)$/.test(name))
    if (!archive) throw new SetupError(`${what} has no archive in it`)
    await checkFile(join(folder, archive), wanted.hash, what)
    await mkdir(dirname(target), { recursive: true })
    await rename(join(folder, archive), target)
  } finally {
    clearInterval(timer)
    progress.end()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The size of the largest file under a folder: the archive that is coming in.
 *
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function folderSize(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (found) => found.size,
        () => 0,
      ),
    )
  return Math.max(0, ...(await Promise.all(sizes)))
}

/** @param {string} stderr */
function pipReason(stderr) {
  const errors = stderr.split('\n').filter((line) => line.startsWith('ERROR: '))
  return errors.at(-1)?.slice('ERROR: '.length) ?? 'it gave no reason'
}
