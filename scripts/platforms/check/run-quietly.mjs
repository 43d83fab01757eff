import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { endInTime, track } from '../../setup/children.mjs'

/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */

/**
 * Runs a program with its output into files, as Node for Windows writes to no pipe under Wine.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, folder: string, endAfterMs?: number }} options `folder` takes the files
 * @returns {Promise<Outcome>}
 */
export async function runQuietly(command, args, { cwd, env, folder, endAfterMs = 8 * 60_000 }) {
  const files = ['stdout.txt', 'stderr.txt'].map((name) => join(folder, name))
  const [stdout = 1, stderr = 2] = files.map((file) => openSync(file, 'w'))
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', stdout, stderr], detached: true })
    track(child, { group: true })
    const limit = setTimeout(() => void endInTime(child), endAfterMs)
    child.once('error', reject)
    child.once('exit', (exit) => {
      clearTimeout(limit)
      resolve(exit ?? 1)
    })
  }).finally(() => {
    closeSync(stdout)
    closeSync(stderr)
  })
  const [said = '', complained = ''] = files.map((file) => readFileSync(file, 'utf8'))
  return { code, stdout: said, stderr: complained }
}
