import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const LAUNCHER = resolve(import.meta.dirname, '../../resources/linux/unroll.sh')
let tree: string

function program(name: string, script: string) {
  const path = join(tree, name)
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}

type Told = { readonly root?: boolean; readonly namespaces?: boolean; readonly env?: NodeJS.ProcessEnv }

/** What the launcher does on a system on which programs may, or may not, have namespaces of their own. */
function launch(args: readonly string[], { root = false, namespaces = true, env = {} }: Told) {
  program('stubs/id', `echo ${root ? 0 : 1000}`)
  program('stubs/unshare', `exit ${namespaces ? 0 : 1}`)
  const { status, stdout, stderr } = spawnSync(join(tree, 'bin/unroll'), args, {
    env: { PATH: `${join(tree, 'stubs')}:${process.env.PATH}`, LANG: 'en_US.UTF-8', ...env },
    encoding: 'utf8',
  })
  return { status, started: stdout.trim(), said: stderr.trim() }
}

// A shell script of Linux, which the other systems' packages do without.
describe.runIf(process.platform === 'linux')('the launcher of the packages for Linux', () => {
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'unroll-launcher-'))
    mkdirSync(join(tree, 'bin'))
    mkdirSync(join(tree, 'stubs'))
    copyFileSync(LAUNCHER, join(tree, 'bin/unroll'))
    chmodSync(join(tree, 'bin/unroll'), 0o755)
    program('unroll', 'echo started "$@"')
    program('chrome-sandbox', '')
  })

  afterAll(() => rmSync(tree, { recursive: true }))

  it('starts the window with what it was given', () => {
    expect(launch(['a b.unroll'], {})).toEqual({ status: 0, started: 'started a b.unroll', said: '' })
  })

  it('asks for Wayland where there is nothing else', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0' }
    expect(launch([], { env }).started).toBe('started --ozone-platform=wayland')
    expect(launch([], { env: { ...env, DISPLAY: ':0' } }).started).toBe('started')
  })

  it('tells root in a sentence that Chromium would not start, unless told to do without the sandbox', () => {
    const refused = launch([], { root: true })
    expect([refused.status, refused.started]).toEqual([1, ''])
    expect(refused.said).toMatch(/^Unroll's window does not open for root, .* or with --no-sandbox\.$/)
    expect(launch(['--no-sandbox'], { root: true }).started).toBe('started --no-sandbox')
  })

  it('tells what to do where programs may not have namespaces of their own', () => {
    const refused = launch([], { namespaces: false })
    expect([refused.status, refused.started]).toEqual([1, ''])
    const helper = join(tree, 'chrome-sandbox')
    expect(refused.said).toContain(`sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`)
    for (const env of [{ LANG: 'zh_CN.UTF-8' }, { UNROLL_LANGUAGE: 'zh' }])
      expect(launch([], { namespaces: false, env }).said).toMatch(/^此系统不允许程序使用用户命名空间/)
    chmodSync(helper, 0o4755)
    expect(launch([], { namespaces: false }).started).toBe('started')
    chmodSync(helper, 0o755)
  })

  it('runs commands in any case, which open no window', () => {
    const { started } = launch(['train', '--updates', '3'], { root: true, namespaces: false })
    expect(started).toMatch(/^started .*--no-sandbox .*train --updates 3$/)
  })
})
