import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { createInterface } from 'node:readline'
import { endInTime, track } from '../setup/children.mjs'

/** Lines that Chromium prints wherever there is no desktop session, and that mean nothing. */
const harmless = /:ERROR:(dbus\/|\S*(?:bus|object_proxy)\.cc)/

/** The exit code of a program that was ended for taking too long. */
export const TOO_LATE = 124

/**
 * Whether a line on Electron's stderr is worth showing.
 *
 * @param {string} line
 * @returns {boolean}
 */
export function isWorthShowing(line) {
  return !harmless.test(line)
}

/**
 * Runs a program to its end, with its output on this terminal, and gives its exit code. It leads a process
 * group of its own: Ctrl-C reaches this script alone, which ends the program, and then all it has started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, filter?: boolean, endAfterMs?: number | undefined, patient?: boolean }} options
 *   `filter` drops harmless lines of Electron; `patient` hands a signal on as it is and waits for the program's own end; after `endAfterMs` the program is ended, and the code is that of `timeout`, 124
 * @returns {Promise<number>}
 */
export function runInForeground(
  command,
  args,
  { cwd, env = process.env, filter = false, endAfterMs, patient = false },
) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'inherit', filter ? 'pipe' : 'inherit'],
      detached: process.platform !== 'win32',
    })
    track(child, { group: true, patient })
    if (child.stderr) {
      createInterface({ input: child.stderr }).on('line', (line) => {
        if (isWorthShowing(line)) process.stderr.write(`${line}\n`)
      })
    }
    let late = false
    const limit =
      endAfterMs === undefined
        ? undefined
        : setTimeout(() => {
            late = true
            void endInTime(child)
          }, endAfterMs)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      clearTimeout(limit)
      resolve(late ? TOO_LATE : (code ?? 128 + (signal ? constants.signals[signal] : 0)))
    })
  })
}
