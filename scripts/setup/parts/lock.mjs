import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const beatMs = 5000
const staleMs = 60_000
const lookMs = 250

/**
 * Runs `work` while holding a lock file, so that two clones do not download the same gigabyte at once. It
 * is a courtesy only (what they write is put in place by one rename anyway), so it never blocks for good:
 * the lock of a dead process, or one that has not been touched for a minute, counts as open.
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ wait?: () => Promise<unknown>, say?: (line: string) => void }} [deps]
 * @returns {Promise<T>}
 */
export async function withLock(path, work, deps = {}) {
  const { wait = () => pause(lookMs), say = console.log } = deps
  await mkdir(dirname(path), { recursive: true })
  let told = false
  while (!(await take(path))) {
    if (await isStale(path)) await rm(path, { force: true })
    else {
      if (!told) say('Waiting for another Unroll set-up that is filling the same cache folder')
      told = true
      await wait()
    }
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), beatMs)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(path, { force: true })
  }
}

/** @param {string} path */
async function take(path) {
  try {
    await writeFile(path, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path */
async function isStale(path) {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > staleMs) return true
    const { pid, host } = JSON.parse(await readFile(path, 'utf8'))
    return host === hostname() && !isAlive(pid)
  } catch (error) {
    // Just given back, or taken but not yet written: look again.
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT' && !(error instanceof SyntaxError)
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
