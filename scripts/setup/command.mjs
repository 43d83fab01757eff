import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { track } from './children.mjs'

/** @typedef {{ code: number, stdout: string, stderr: string, missing: boolean }} Outcome */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} Options */

/**
 * Runs a command to its end and gives all it said. A missing command is an outcome, not an exception.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Options} [options]
 * @returns {Promise<Outcome>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    // Never by a shell: on Windows it would take paths apart at their spaces.
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    track(child)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'ENOENT') resolve({ code: 127, stdout, stderr, missing: true })
      else reject(error)
    })
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr, missing: false }))
  })
}

/**
 * Whether a command is on the search path.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {boolean}
 */
export function hasCommand(name, env = process.env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, name)))
}
