import { runCommand } from '../command.mjs'
import { SetupError } from '../errors.mjs'

/** @typedef {(command: string, args: string[]) => Promise<{ code: number, stdout: string, stderr: string, missing: boolean }>} Run */

/**
 * Picks the names that this release of Debian or Ubuntu knows: since the move to a 64-bit time_t some
 * libraries carry the ending `t64` (libasound2 became libasound2t64), and the old name is an empty shell.
 *
 * @param {readonly string[]} packages names without the ending
 * @param {string} policy what `apt-cache policy` says of the names with and without the ending
 * @returns {{ names: string[], unknown: string[] }}
 */
export function nameForRelease(packages, policy) {
  const known = new Set()
  for (const [, name = '', candidate] of policy.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (.*)$/gm)) {
    if (candidate !== '(none)') known.add(name)
  }
  const names = packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name))
  return { names, unknown: names.filter((name) => !known.has(name)) }
}

/**
 * The one line that installs packages on a Debian-like system.
 *
 * @param {readonly string[]} names
 * @returns {string}
 */
export function aptLine(names) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`
}

/**
 * Installs packages with apt-get when this process may; otherwise throws the line that a person has to run.
 *
 * @param {readonly string[]} packages names without the `t64` ending
 * @param {string} why what they are needed for, as the beginning of a sentence
 * @param {{ isRoot?: boolean, run?: Run, say?: (line: string) => void }} [deps]
 */
export async function installDebianPackages(packages, why, deps = {}) {
  const { isRoot = process.getuid?.() === 0, run = runCommand, say = console.log } = deps
  const ask = () => run('apt-cache', ['policy', ...packages, ...packages.map((name) => `${name}t64`)])
  let choice = nameForRelease(packages, (await ask()).stdout)
  if (!isRoot) {
    throw new SetupError(`${why} Run this once and then the same command again: ${aptLine(choice.names)}`)
  }
  if (choice.unknown.length > 0) {
    say('Refreshing the list of system packages (apt-get update)')
    const update = await run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', 'update'])
    if (update.code !== 0) throw new SetupError(aptProblem(why, update.stderr, choice.names))
    choice = nameForRelease(packages, (await ask()).stdout)
  }
  say(`Installing system packages: ${choice.names.join(' ')}`)
  // Another apt-get may be at work: wait for it instead of failing.
  const options = ['-qq', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300']
  const install = await run('env', [
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    ...options,
    'install',
    ...choice.names,
  ])
  if (install.code !== 0) throw new SetupError(aptProblem(why, install.stderr, choice.names))
}

/**
 * @param {string} why
 * @param {string} stderr
 * @param {readonly string[]} names
 */
function aptProblem(why, stderr, names) {
  const cause = stderr.split('\n').find((line) => line.startsWith('E: ')) ?? 'no reason given'
  return `${why} apt-get could not install it (${cause}): connect to the network, or run this yourself and then the same command again: ${aptLine(names)}`
}
