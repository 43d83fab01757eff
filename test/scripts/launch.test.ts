import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { beginBuild, forgetBuild, isBuilt, rememberBuild } from '../../scripts/launch/build.mjs'
import { needsXvfb, waylandArguments } from '../../scripts/launch/display.mjs'
import { isWorthShowing, runInForeground, TOO_LATE } from '../../scripts/launch/foreground.mjs'
import { sandboxArguments } from '../../scripts/launch/sandbox.mjs'
import { tempFolder } from './helpers/temp-folder'

test('a virtual screen is for a Linux without a real one', () => {
  expect(needsXvfb({}, 'linux')).toBe(true)
  expect(needsXvfb({ DISPLAY: '' }, 'linux')).toBe(true)
  expect(needsXvfb({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(needsXvfb({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(needsXvfb({}, 'darwin')).toBe(false)
})

test('Wayland is asked for where there is nothing else and the session does not say so', () => {
  const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_SESSION_TYPE: 'tty' }
  expect(waylandArguments(env, 'linux')).toEqual(['--ozone-platform=wayland'])
  expect(waylandArguments({ ...env, DISPLAY: ':0' }, 'linux')).toEqual([])
  expect(waylandArguments({ ...env, XDG_SESSION_TYPE: 'wayland' }, 'linux')).toEqual([])
  expect(waylandArguments({ DISPLAY: ':0' }, 'linux')).toEqual([])
  expect(waylandArguments(env, 'darwin')).toEqual([])
})

test('the sandbox is given up only where it cannot be', () => {
  const user = { platform: 'linux', isRoot: false, userNamespaces: true } as const
  expect(sandboxArguments(user)).toEqual([])
  expect(sandboxArguments({ ...user, isRoot: true })).toEqual(['--no-sandbox'])
  expect(sandboxArguments({ ...user, userNamespaces: false })).toEqual(['--no-sandbox'])
  expect(sandboxArguments({ platform: 'darwin', isRoot: true, userNamespaces: false })).toEqual([])
})

test('of Electron, only what it says about a missing desktop session is dropped', () => {
  expect(isWorthShowing('[1:1123/1.2:ERROR:dbus/bus.cc:406] Failed to connect to the bus: x')).toBe(false)
  expect(isWorthShowing('[1:1123/1.2:ERROR:object_proxy.cc(577)] Failed to call method')).toBe(false)
  expect(isWorthShowing('[1:1123/1.2:ERROR:gpu/x.cc:285] lost')).toBe(true)
  expect(isWorthShowing('TypeError: bus.cc is not a function')).toBe(true)
})

function project() {
  const root = tempFolder()
  for (const folder of ['main/trainer', 'renderer', 'out/main/chunks', 'out/preload', 'out/renderer']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  for (const file of ['main/index.ts', 'main/trainer/index.ts', 'package.json'])
    writeFileSync(join(root, file), file)
  for (const file of [
    'main/index.js',
    'main/chunks/trainer.js',
    'preload/index.cjs',
    'renderer/index.html',
  ]) {
    writeFileSync(join(root, 'out', file), file)
  }
  return root
}

/** As if the app had been built from the sources as they are. */
const build = async (root: string) => rememberBuild(root, await beginBuild(root))

test('a build counts until a source changes, comes or goes', async () => {
  const root = project()
  expect(await isBuilt(root)).toBe(false)
  await build(root)
  expect(await isBuilt(root)).toBe(true)
  writeFileSync(join(root, 'main/trainer/index.ts'), 'changed')
  expect(await isBuilt(root)).toBe(false)
  await build(root)
  writeFileSync(join(root, 'renderer/new.css'), '')
  expect(await isBuilt(root)).toBe(false)
  await build(root)
  rmSync(join(root, 'renderer/new.css'))
  expect(await isBuilt(root)).toBe(false)
})

test('a build does not count when a source was changed while it was made', async () => {
  const root = project()
  const sources = await beginBuild(root)
  writeFileSync(join(root, 'main/trainer/index.ts'), 'changed meanwhile')
  await rememberBuild(root, sources)
  expect(await isBuilt(root)).toBe(false)
})

test('a build does not count when a source was changed while it was made, and changed back after', async () => {
  const root = project()
  const file = join(root, 'main/trainer/index.ts')
  const before = readFileSync(file, 'utf8')
  const sources = await beginBuild(root)
  writeFileSync(file, 'changed meanwhile')
  await rememberBuild(root, sources)
  writeFileSync(file, before)
  expect(await isBuilt(root)).toBe(false)
})

test.each(['preload/index.cjs', 'main/chunks/trainer.js'])(
  'a build counts only while %s is there',
  async (bundle) => {
    const root = project()
    await build(root)
    rmSync(join(root, 'out', bundle))
    expect(await isBuilt(root)).toBe(false)
  },
)

test('a build counts only while its bundles are there, and not once it is forgotten', async () => {
  const root = project()
  await build(root)
  rmSync(join(root, 'out/preload/index.cjs'))
  expect(await isBuilt(root)).toBe(false)
  writeFileSync(join(root, 'out/preload/index.cjs'), 'preload/index.cjs')
  expect(await isBuilt(root)).toBe(true)
  await forgetBuild(root)
  expect(await isBuilt(root)).toBe(false)
})

test.each([
  ['emptied', 'main/chunks/trainer.js', ''],
  ['changed', 'renderer/index.html', 'another page'],
  ['left over', 'main/chunks/older.js', 'from a build before'],
])('a build does not count when a bundle was %s', async (_what, bundle, content) => {
  const root = project()
  await build(root)
  writeFileSync(join(root, 'out', bundle), content)
  expect(await isBuilt(root)).toBe(false)
})

/** Ends only when it is killed, and has a child that does. */
const STUBBORN = `
  const { spawn } = require('node:child_process')
  process.on('SIGTERM', () => {})
  setInterval(() => {}, 1000)
  if (process.argv[1] === 'parent') {
    const { pid } = spawn(process.execPath, ['-e', process.env.STUBBORN], { stdio: 'inherit' })
    require('node:fs').writeFileSync(process.env.PID_FILE, String(pid))
  }
`

test('a program that takes too long is ended, with all that it started', async () => {
  const pidFile = join(tempFolder(), 'pid')
  const env = { ...process.env, STUBBORN, PID_FILE: pidFile }
  const args = ['-e', STUBBORN, 'parent']
  expect(await runInForeground(process.execPath, args, { cwd: '.', env, endAfterMs: 1500 })).toBe(TOO_LATE)
  const isAlive = () => {
    try {
      return process.kill(Number(readFileSync(pidFile, 'utf8')), 0)
    } catch {
      return false
    }
  }
  await vi.waitFor(() => expect(isAlive()).toBe(false), 10_000)
}, 30_000)

test('a program that ends in time has its own exit code', async () => {
  const args = ['-e', 'process.exit(3)']
  expect(await runInForeground(process.execPath, args, { cwd: '.', endAfterMs: 60_000 })).toBe(3)
})
