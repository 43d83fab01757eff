import { spawn } from 'node:child_process'
import { track } from '../setup/children.mjs'
import { SetupError } from '../setup/errors.mjs'

/**
 * Whether there is no screen to show windows on, so that a virtual one is needed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function needsXvfb(env, platform) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY
}

/**
 * Electron's arguments for Wayland, where nothing else shows windows and the session does not call itself one: Chromium
 * would look for an X server, and end.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {string[]}
 */
export function waylandArguments(env, platform) {
  const { DISPLAY, WAYLAND_DISPLAY, XDG_SESSION_TYPE } = env
  const isMissed = platform === 'linux' && WAYLAND_DISPLAY && !DISPLAY && XDG_SESSION_TYPE !== 'wayland'
  return isMissed ? ['--ozone-platform=wayland'] : []
}

/**
 * The environment for a program with windows. Starts a virtual screen where there is no real one; it lives
 * until `endHelpers` or the end of this process.
 *
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function displayEnvironment() {
  if (!needsXvfb(process.env, process.platform)) return process.env
  return { ...process.env, DISPLAY: `:${await startXvfb()}` }
}

/**
 * The same for tests that have several such programs open at once: a virtual screen for each, so that no window takes the
 * focus or the pointer from another one. `UNROLL_DISPLAYS` lists them; it is left out where there is a real screen.
 *
 * @param {number} count
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function displaysEnvironment(count) {
  if (!needsXvfb(process.env, process.platform)) return process.env
  const numbers = await Promise.all(Array.from({ length: count }, startXvfb))
  const displays = numbers.map((number) => `:${number}`)
  return { ...process.env, DISPLAY: displays[0], UNROLL_DISPLAYS: displays.join(',') }
}

/** @returns {Promise<string>} the number of the display */
function startXvfb() {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
    // A group of its own, so that Ctrl-C does not take the screen away before the windows.
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true })
    track(server, { group: true, helper: true })
    let said = ''
    server.stderr?.on('data', (text) => {
      said += text
    })
    server.stdio[3]?.once('data', (number) => resolve(String(number).trim()))
    server.once('error', () => reject(problem('it was not found')))
    server.once('exit', (code) =>
      reject(problem(said.trim().split('\n').at(-1) || `it ended with code ${code}`)),
    )
  })
}

/** @param {string} cause */
function problem(cause) {
  return new SetupError(
    `There is no display here and the virtual one (Xvfb) did not start (${cause}): set DISPLAY to a running X server, or install the package xvfb, and run the same command again.`,
  )
}
