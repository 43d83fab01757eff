import { hasCommand, runCommand } from '../command.mjs'
import { SetupError } from '../errors.mjs'
import { installDebianPackages } from './debian.mjs'

const why =
  'A C++ compiler is needed to build the bridge to TensorFlow, and none (c++, g++, clang++) was found.'

/**
 * The compiler's command and its first arguments: what CXX says, or the first that runs.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {(command: string, args: string[]) => Promise<{ code: number }>} [run]
 * @returns {Promise<[string, ...string[]] | undefined>}
 */
export async function findCompiler(env = process.env, run = runCommand) {
  const own = env.CXX?.trim()
  for (const candidate of own ? [own] : ['c++', 'g++', 'clang++']) {
    const [command = '', ...before] = candidate.split(/\s+/)
    if ((await run(command, [...before, '--version'])).code === 0) return [command, ...before]
  }
  if (own)
    throw new SetupError(
      `CXX is set to ${own}, which does not run: set it to a C++ compiler, or unset it, and run the same command again.`,
    )
  return undefined
}

/**
 * Finds a compiler, installing one where this process may.
 *
 * @returns {Promise<[string, ...string[]]>}
 */
export async function ensureCompiler() {
  const found = await findCompiler()
  if (found) return found
  if (!hasCommand('apt-get')) {
    throw new SetupError(
      `${why} Install one with your system's package manager and run the same command again.`,
    )
  }
  await installDebianPackages(['g++'], why)
  const installed = await findCompiler()
  if (!installed) throw new SetupError(`${why} apt-get has installed g++, but it does not run.`)
  return installed
}
