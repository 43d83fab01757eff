import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildIfNeeded } from '../../launch/build.mjs'
import { waylandArguments } from '../../launch/display.mjs'
import { sandboxArgumentsHere } from '../../launch/sandbox.mjs'
import { endInTime, track } from '../../setup/children.mjs'
import { root } from '../../setup/paths.mjs'
import { electronBinary } from '../../setup/set-up.mjs'
import { ensureWeston } from './machines.mjs'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** Milliseconds that each step may take on a machine with other work. */
const PATIENCE = 60_000
const SOCKET = 'wayland-0'
/** What the app logs on its way. */
const STEPS = ['the window is shown', 'the trainer is ready']

/**
 * Linux on Wayland: the app's window, on a screen that nobody sees. Chromium paints nothing there for a window that is not shown.
 *
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
export async function tryWayland(folder) {
  const weston = await ensureWeston()
  await buildIfNeeded(root)
  const place = join(folder, 'runtime')
  await mkdir(place, { mode: 0o700 })
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, XDG_RUNTIME_DIR: place }
  delete env.DISPLAY
  const screen = begin(weston, ['--backend=headless-backend.so', `--socket=${SOCKET}`], env)
  try {
    await until(screen, () => existsSync(join(place, SOCKET)), 'there is no Wayland screen')
    const args = [...(await sandboxArgumentsHere()), `--user-data-dir=${join(folder, 'data')}`, root]
    const session = { ...env, WAYLAND_DISPLAY: SOCKET, XDG_SESSION_TYPE: 'tty' }
    const app = begin(electronBinary, [...waylandArguments(session, 'linux'), ...args], session)
    try {
      for (const step of STEPS) await until(app, (said) => said.includes(step), `not heard of: ${step}`)
    } finally {
      await endIfThere(app)
    }
  } finally {
    await endIfThere(screen)
  }
  return STEPS
}

/** @typedef {{ readonly child: ChildProcess, said: string, ended: boolean }} Begun */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Begun}
 */
function begin(command, args, env) {
  const child = spawn(command, args, { env, stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  track(child, { group: true })
  const begun = { child, said: '', ended: false }
  child.stderr.setEncoding('utf8').on('data', (text) => {
    begun.said += text
  })
  child.once('exit', () => {
    begun.ended = true
  })
  return begun
}

/**
 * @param {Begun} begun
 * @param {(said: string) => boolean} isSo
 * @param {string} otherwise
 */
async function until(begun, isSo, otherwise) {
  for (const end = performance.now() + PATIENCE; !isSo(begun.said); await sleep(50))
    if (begun.ended || performance.now() > end)
      throw new Error(`${otherwise}${begun.ended ? ', and it has ended' : ''}; it said:\n${begun.said}`)
}

/** @param {Begun} begun */
async function endIfThere({ child, ended }) {
  if (!ended) await endInTime(child)
}
