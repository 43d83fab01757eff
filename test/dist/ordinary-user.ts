import { type ChildProcess, spawn } from 'node:child_process'
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The user "nobody": there on every Linux, and with no rights to anything. */
const NOBODY = 65534

/** A folder in which an ordinary user is at home. */
export async function createHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'unroll-home-'))
  await mkdir(join(home, 'run'), { mode: 0o700 })
  if (isRoot()) for (const path of [home, join(home, 'run')]) await chown(path, NOBODY, NOBODY)
  return home
}

export async function removeHome(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true })
}

/**
 * Electron gives itself these when its threads run already. Each one that is new makes the C library move the environment, and a thread
 * that reads it at that moment dies: one start in some thousands (docs/platforms.md). What is there is not moved.
 */
const SET_BY_ELECTRON = {
  CHROME_DESKTOP: 'unroll.desktop',
  FC_FONTATIONS: '1',
  GDK_BACKEND: 'x11',
  NO_AT_BRIDGE: '1',
}

export type StartOptions = {
  readonly home: string
  readonly display: boolean
  /** As root instead of as an ordinary user. */
  readonly asRoot?: boolean
}

/** Starts a program as an ordinary user, in their home, with little in its environment. It leads a process group. */
export function start(program: string, args: readonly string[], options: StartOptions): ChildProcess {
  const { home, display, asRoot = false } = options
  const drop = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--']
  const [command = '', ...rest] = [...(isRoot() && !asRoot ? drop : []), program, ...args]
  return spawn(command, rest, {
    cwd: home,
    detached: true,
    env: {
      PATH: '/usr/bin:/bin',
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'run'),
      ...SET_BY_ELECTRON,
      ...(display ? { DISPLAY: process.env.DISPLAY } : {}),
    },
  })
}

export type Outcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** Gathers what a process says until its end; `onText` hears standard output as it comes. */
export function outcome(child: ChildProcess, onText: (all: string) => void = () => {}): Promise<Outcome> {
  let stdout = ''
  let stderr = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onText(stdout)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout, stderr: withoutTensorflow(stderr) }))
  })
}

export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** TensorFlow itself says which processor it has found, whatever its log level. */
function withoutTensorflow(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => !/^WARNING: All log messages before absl|^[IWE]0000 /.test(line))
    .join('\n')
}
