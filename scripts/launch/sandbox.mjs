import { runCommand } from '../setup/command.mjs'

/**
 * Electron's arguments for the sandbox. Chromium refuses to run sandboxed as root, and without user
 * namespaces its sandbox needs a helper that only an administrator can install.
 *
 * @param {{ platform: NodeJS.Platform, isRoot: boolean, userNamespaces: boolean }} system
 * @returns {string[]}
 */
export function sandboxArguments({ platform, isRoot, userNamespaces }) {
  return platform === 'linux' && (isRoot || !userNamespaces) ? ['--no-sandbox'] : []
}

/**
 * The arguments for this system; says so when an ordinary user has to do without the sandbox.
 *
 * @returns {Promise<string[]>}
 */
export async function sandboxArgumentsHere() {
  const platform = process.platform
  if (platform !== 'linux') return []
  const isRoot = process.getuid?.() === 0
  // What a program may do in a namespace of its own, not only whether it may have one: some systems allow the latter alone.
  const tried = ['--user', '--map-root-user', 'unshare', '--uts', 'true']
  const probe = isRoot ? undefined : await runCommand('unshare', tried)
  const userNamespaces = !probe || probe.missing || probe.code === 0
  const args = sandboxArguments({ platform, isRoot, userNamespaces })
  if (!isRoot && args.length > 0) {
    console.log(
      "Note: this system denies user namespaces to programs, so the window runs without Chromium's sandbox.",
    )
  }
  return args
}
