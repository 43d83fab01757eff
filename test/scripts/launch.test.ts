import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { forgetBuild, isBuilt, rememberBuild } from '../../scripts/launch/build.mjs'
import { needsXvfb } from '../../scripts/launch/display.mjs'
import { isWorthShowing } from '../../scripts/launch/foreground.mjs'
import { sandboxArguments } from '../../scripts/launch/sandbox.mjs'
import { tempFolder } from './helpers/temp-folder'

test('a virtual screen is for a Linux without a real one', () => {
  expect(needsXvfb({}, 'linux')).toBe(true)
  expect(needsXvfb({ DISPLAY: '' }, 'linux')).toBe(true)
  expect(needsXvfb({ DISPLAY: ':0' }, 'linux')).toBe(false)
  expect(needsXvfb({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(false)
  expect(needsXvfb({}, 'darwin')).toBe(false)
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
  for (const folder of ['main/trainer', 'renderer', 'out/main', 'out/preload', 'out/renderer']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  for (const file of ['main/index.ts', 'main/trainer/index.ts', 'package.json'])
    writeFileSync(join(root, file), file)
  for (const file of ['main/index.js', 'preload/index.cjs', 'renderer/index.html']) {
    writeFileSync(join(root, 'out', file), file)
  }
  return root
}

test('a build counts until a source changes, comes or goes', async () => {
  const root = project()
  expect(await isBuilt(root)).toBe(false)
  await rememberBuild(root)
  expect(await isBuilt(root)).toBe(true)
  writeFileSync(join(root, 'main/trainer/index.ts'), 'changed')
  expect(await isBuilt(root)).toBe(false)
  await rememberBuild(root)
  writeFileSync(join(root, 'renderer/new.css'), '')
  expect(await isBuilt(root)).toBe(false)
  await rememberBuild(root)
  rmSync(join(root, 'renderer/new.css'))
  expect(await isBuilt(root)).toBe(false)
})

test('a build counts only while its bundles are there, and not once it is forgotten', async () => {
  const root = project()
  await rememberBuild(root)
  rmSync(join(root, 'out/preload/index.cjs'))
  expect(await isBuilt(root)).toBe(false)
  writeFileSync(join(root, 'out/preload/index.cjs'), '')
  expect(await isBuilt(root)).toBe(true)
  await forgetBuild(root)
  expect(await isBuilt(root)).toBe(false)
})
