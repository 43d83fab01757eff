import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { APP_ID, comeToFront, endWithSession, introduce, stayOffDock } from '../../../main/chrome/system-ways'

vi.mock('electron', () => ({}))

const root = resolve(import.meta.dirname, '../../..')
const PLATFORMS = ['linux', 'win32', 'darwin'] as const

/** Writes down what is asked of Electron, in its order. */
function electron({ minimized = false } = {}) {
  const calls: string[] = []
  const listeners = new Map<string, (event: { preventDefault: () => void }) => void>()
  const on = (event: string, listener: (event: { preventDefault: () => void }) => void) => {
    listeners.set(event, listener)
  }
  const app = {
    setAppUserModelId: (id: string) => calls.push(`id ${id}`),
    dock: { hide: () => calls.push('dock hidden') },
    show: () => calls.push('app shown'),
    focus: (options?: { steal: boolean }) => calls.push(`app focused ${options?.steal}`),
    quit: () => calls.push('quit'),
  }
  const window = {
    isMinimized: () => minimized,
    restore: () => calls.push('restored'),
    focus: () => calls.push('focused'),
    on,
  }
  // Of Electron's objects only what these functions ask for.
  return { calls, listeners, app: app as never, window: window as never, power: { on } as never }
}

describe('the app', () => {
  it('names itself to Windows alone, as its packages do', () => {
    for (const platform of PLATFORMS) {
      const { calls, app } = electron()
      introduce(app, platform)
      expect(calls).toEqual(platform === 'win32' ? [`id ${APP_ID}`] : [])
    }
    expect(readFileSync(resolve(root, 'electron-builder.yml'), 'utf8')).toContain(`\nappId: ${APP_ID}\n`)
  })

  it('shows no icon in the Dock of macOS for a command', () => {
    for (const platform of PLATFORMS) {
      const { calls, app } = electron()
      stayOffDock(app, platform)
      expect(calls).toEqual(platform === 'darwin' ? ['dock hidden'] : [])
    }
  })

  it('comes to the front, on macOS also when it is hidden or behind the windows of others', () => {
    for (const platform of ['linux', 'win32']) {
      const { calls, app, window } = electron({ minimized: true })
      comeToFront(app, window, platform)
      expect(calls).toEqual(['restored', 'focused'])
    }
    const { calls, app, window } = electron()
    comeToFront(app, window, 'darwin')
    expect(calls).toEqual(['app shown', 'app focused true', 'focused'])
  })

  it('ends in its own order with the session of the person, where the system does not ask it to quit', () => {
    const expected = { linux: [], win32: ['query-session-end'], darwin: ['shutdown'] }
    for (const platform of PLATFORMS) {
      const { calls, listeners, app, window, power } = electron()
      endWithSession(app, window, power, platform)
      expect([...listeners.keys()]).toEqual(expected[platform])
      for (const listener of listeners.values()) listener({ preventDefault: () => calls.push('held') })
      expect(calls).toEqual(expected[platform].length > 0 ? ['held', 'quit'] : [])
    }
  })
})

describe('the system that the app runs on', () => {
  /** What is read when a process begins, and goes from there to whatever depends on it. */
  const READ_HERE = ['main/trainer/many/process.ts', 'preload/index.ts']

  it('is asked for where a test can put another one in its place', () => {
    const read = ['main', 'preload', 'renderer']
      .flatMap((folder) =>
        readdirSync(resolve(root, folder), { recursive: true }).map((file) => `${folder}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) =>
        readFileSync(resolve(root, file), 'utf8')
          .replaceAll('platform: string = process.platform', '')
          .includes('process.platform'),
      )
    expect(read.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(READ_HERE)
  })
})
