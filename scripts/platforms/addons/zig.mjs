import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runCommand } from '../../setup/command.mjs'
import { reason } from '../../setup/errors.mjs'
import { unpackZip } from '../../setup/fetch/archives.mjs'
import { fetchers } from '../../setup/fetch/fetchers.mjs'
import { ensureEntry } from '../../setup/parts/cache.mjs'

/** A C++ compiler with the system libraries of every target in it: what it makes is the same on every machine. */
const pin = {
  spec: 'ziglang==0.17.1',
  label: 'Downloading the compiler zig 0.17.1',
  platform: 'manylinux_2_12_x86_64',
  bytes: 101_083_562,
  hash: 'sha256-6mzF2HsDPPCu37yPlUmpCMrmxQrDHxaYGI+kinRSS1Q=',
}

/** @typedef {(args: readonly string[], cwd: string) => Promise<void>} Zig runs zig in a folder; a failure is an exception */

/**
 * The compiler, out of the cache.
 *
 * @param {string} cache
 * @param {{ made: string, work: string }} folders `made`: what zig has compiled of its own libraries, of use to later
 *   builds; `work`: what is of use to this one alone
 * @returns {Promise<Zig>}
 */
export async function ensureZig(cache, { made, work }) {
  const { folder } = await ensureEntry(cache, 'zig-0.17.1', async (place) => {
    const wheel = `${place}.whl`
    await fetchers.fetchWithPip(await fetchers.ensurePip(), pin, pin.platform, wheel)
    await unpackZip(wheel, place, {
      label: 'Unpacking the compiler zig',
      pick: (path) => /^ziglang\/(.+)$/.exec(path)?.[1],
    })
    await rm(wheel)
    await chmod(join(place, 'zig'), 0o755)
  })
  const env = { ...process.env, ZIG_GLOBAL_CACHE_DIR: made, ZIG_LOCAL_CACHE_DIR: work }
  return async (args, cwd) => {
    const { code, stderr } = await runCommand(join(folder, 'zig'), args, { cwd, env })
    if (code === 0) return
    const cause = stderr.split('\n').find((line) => /\berror\b/.test(line)) ?? 'it gave no reason'
    throw new Error(`zig ${args[0]} has failed (${reason(cause)})`)
  }
}
