import { hasCommand, runCommand } from '../command.mjs'
import { SetupError } from '../errors.mjs'
import { installDebianPackages } from '../host/debian.mjs'

const why = "Python's pip is needed to fetch TensorFlow's library, and none was found."

/** @typedef {readonly [string, ...string[]]} Pip the command and its first arguments */

/** @type {readonly Pip[]} */
const candidates = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]

/**
 * The first pip that runs.
 *
 * @param {(command: string, args: string[]) => Promise<{ code: number }>} [run]
 * @returns {Promise<Pip | undefined>}
 */
export async function findPip(run = runCommand) {
  for (const [command, ...before] of candidates) {
    if ((await run(command, [...before, '--version'])).code === 0) return [command, ...before]
  }
  return undefined
}

/**
 * Finds a pip, installing one where this process may.
 *
 * @returns {Promise<Pip>}
 */
export async function ensurePip() {
  const found = await findPip()
  if (found) return found
  if (!hasCommand('apt-get')) {
    throw new SetupError(
      `${why} Install Python 3 with pip by your system's package manager and run the same command again.`,
    )
  }
  await installDebianPackages(['python3-pip'], why)
  const installed = await findPip()
  if (!installed) throw new SetupError(`${why} apt-get has installed python3-pip, but it does not run.`)
  return installed
}
