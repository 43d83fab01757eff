import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** How long a child may take to end by itself before it is killed. */
const graceMs = 5000
const exitCodes = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })

/** @typedef {{ group: boolean, helper: boolean, patient: boolean }} Role */
/** @type {Map<ChildProcess, Role>} */
const living = new Map()
let listening = false
let ending = false

/**
 * Remembers a child until it ends, so that Ctrl-C, a closed terminal or a `kill` leaves no orphan.
 *
 * @param {ChildProcess} child
 * @param {Partial<Role>} [role] `group`: started with `detached`, all its offspring ends with it; `helper`:
 *   others lean on it (the X server), so it is ended after them; `patient`: it hears the signal itself, gets all the time
 *   that it takes to save its work, and its exit code is the one that counts
 */
export function track(child, { group = false, helper = false, patient = false } = {}) {
  listen()
  living.set(child, { group, helper, patient })
  // The signal may come between two steps: the next one must not begin.
  if (ending) send(child, 'SIGKILL', group)
  child.once('exit', () => forget(child))
  child.once('error', () => forget(child))
}

/**
 * Ends the helpers; call it when the work they were started for is done. They get the time to clean up: an
 * X server that is killed leaves its lock behind.
 */
export async function endHelpers() {
  const helpers = [...living].filter(([, { helper }]) => helper)
  await Promise.all(helpers.map(([child]) => endInTime(child)))
}

/**
 * Ends a tracked child: asked first, killed with all its offspring when it has not gone in time.
 *
 * @param {ChildProcess} child
 * @returns {Promise<void>} when it has ended
 */
export async function endInTime(child) {
  const group = living.get(child)?.group ?? false
  const gone = once(child, 'exit')
  const kill = setTimeout(() => send(child, 'SIGKILL', group), graceMs)
  send(child, 'SIGTERM', false)
  await gone.finally(() => clearTimeout(kill))
}

/** @param {ChildProcess} child */
function forget(child) {
  // Whatever it has left behind in its group ends with it. Windows knows no group whose leader is gone.
  if (living.get(child)?.group && process.platform !== 'win32') send(child, 'SIGKILL', true)
  living.delete(child)
}

function listen() {
  if (listening) return
  listening = true
  for (const signal of /** @type {(keyof typeof exitCodes)[]} */ (Object.keys(exitCodes))) {
    process.on(signal, () => endAll(signal))
  }
}

/** @param {keyof typeof exitCodes} signal */
function endAll(signal) {
  // The first signal asks, the second insists.
  const insist = ending
  ending = true
  let code = /** @type {number} */ (exitCodes[signal])
  const finish = () => {
    if ([...living.values()].some(({ helper }) => !helper)) return
    void endHelpers().then(() => process.exit(code))
  }
  for (const [child, { group, helper, patient }] of living) {
    if (helper) continue
    child.once('exit', (own) => {
      if (patient && own !== null) code = own
      finish()
    })
    // Only the leader of a group is asked: an application ends its own helpers in good order.
    send(child, insist ? 'SIGKILL' : patient ? signal : 'SIGTERM', insist && group)
  }
  finish()
  if (!insist && [...living.values()].some(({ patient }) => patient)) return
  setTimeout(() => {
    for (const [child, { group }] of living) send(child, 'SIGKILL', group)
    process.exit(code)
  }, 2 * graceMs)
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 * @param {boolean} group
 */
function send(child, signal, group) {
  if (!child.pid) return
  if (process.platform === 'win32') {
    const args = taskkillArguments(child.pid, signal, group)
    // It may have ended in the meantime, which is what was wanted.
    if (args) spawn('taskkill', args, { stdio: 'ignore', windowsHide: true }).once('error', () => {})
    return
  }
  try {
    if (group) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It has ended in the meantime, which is what was wanted.
  }
}

/**
 * How a signal is sent on Windows, which has none: a program is asked to close its windows, or ended. The Ctrl-C of a
 * console has reached each program in it already.
 *
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @param {boolean} group with all that it has started
 * @returns {string[] | undefined} what `taskkill` is called with
 */
export function taskkillArguments(pid, signal, group) {
  if (signal === 'SIGTERM') return ['/pid', String(pid)]
  if (signal !== 'SIGKILL') return undefined
  return ['/pid', String(pid), '/f', ...(group ? ['/t'] : [])]
}
