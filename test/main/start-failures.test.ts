import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { inEnglish } from '@contract/language/say'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { clearLockPlaces, lockHolder } from '../../main/instance-lock'
import { startDesktop } from '../../main/start-desktop'
import { findUserData, whyUnwritable } from '../../main/user-data'
import { saying } from '../helpers/saying'

/** Electron as a start sees it. */
const electron = vi.hoisted(() => ({ userData: '', locked: true, calls: [] as string[] }))
const shell = vi.hoisted(() => ({
  starts: (_options: { onFailure: (error: unknown) => void }): unknown => undefined,
}))

vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    commandLine: { hasSwitch: () => true, appendSwitch: () => {} },
    on: () => {},
    getPath: () => electron.userData,
    setPath: () => {},
    getName: () => 'Unroll',
    getPreferredSystemLanguages: () => ['en'],
    requestSingleInstanceLock: () => electron.locked,
    releaseSingleInstanceLock: () => electron.calls.push('released'),
    isReady: () => true,
    whenReady: async () => {},
    exit: (code: number) => electron.calls.push(`exit ${code}`),
    quit: () => electron.calls.push('quit'),
  },
  crashReporter: { start: () => {} },
  dialog: { showErrorBox: (title: string, text: string) => electron.calls.push(`${title}: ${text}`) },
}))
vi.mock('../../main/page/protocol', () => ({ registerPageScheme: () => {} }))
vi.mock('../../main/shell', () => ({
  startShell: (options: Parameters<typeof shell.starts>[0]) => shell.starts(options),
}))
vi.mock('../../main/base/log', async (original) => ({
  ...(await original<object>()),
  // It would hear of what this test runner does.
  logUncaught: () => {},
}))

const onWindows = process.platform === 'win32'
const gone = spawnSync(process.execPath, ['--version']).pid
let folder: string
let said: string[]

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'unroll-start-')))
  Object.assign(electron, { userData: folder, locked: true, calls: [] })
  said = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(folder, { recursive: true, force: true })
})

async function start(): Promise<void> {
  startDesktop(undefined)
  // What it does when Electron is ready.
  await new Promise((done) => setImmediate(done))
}

describe('a start that fails', () => {
  it.each<[string, typeof shell.starts]>([
    [
      'before there is a window',
      () => {
        throw new Error('on purpose')
      },
    ],
    ['after it was opened', ({ onFailure }) => onFailure(new Error('on purpose'))],
  ])('%s is told in a box and on standard error, gives the lock back and ends with 1', async (_, starts) => {
    shell.starts = starts
    await start()
    const sentence = `Something failed that should not: on purpose. Start it again; if that does not help, ${join(folder, 'logs', 'unroll.log')} says more.`
    expect(electron.calls).toEqual(['released', `Unroll could not start: ${sentence}`, 'exit 1'])
    expect(said.join('')).toContain(`Unroll could not start. ${sentence}`)
    expect(readFileSync(join(folder, 'logs/unroll.log'), 'utf8')).toContain(
      'the start failed: Error: on purpose',
    )
  })

  it.skipIf(onWindows)('says on which machine the app runs that has the lock', async () => {
    electron.locked = false
    symlinkSync('another-machine-12345', join(folder, 'SingletonLock'))
    await start()
    expect(electron.calls.at(-1)).toBe('exit 1')
    expect(said.join('')).toContain('It is already running on the machine another-machine')
  })
})

describe('a start whose lock was refused', () => {
  it('hands over and quits when another instance has it', async () => {
    electron.locked = false
    if (!onWindows) symlinkSync(`${hostname()}-${process.ppid}`, join(folder, 'SingletonLock'))
    shell.starts = () => electron.calls.push('started')
    await start()
    expect(electron.calls).toEqual(['quit'])
  })

  it.skipIf(onWindows)('goes on when nobody has it', async () => {
    electron.locked = false
    shell.starts = () => electron.calls.push('started')
    await start()
    expect(electron.calls).toEqual(['started'])
  })
})

describe('who holds a lock that was refused', () => {
  it.each([
    ['an instance that lives', `${hostname()}-${process.ppid}`, { kind: 'instance' }],
    ['one that has ended', `${hostname()}-${gone}`, { kind: 'nobody' }],
    ['one on another machine', 'their-machine-1', { kind: 'machine', name: 'their-machine' }],
    ['a link of another kind', 'somewhere', { kind: 'nobody' }],
    ['nobody', null, { kind: 'nobody' }],
  ])('is read from the link of %s', (_what, link, holder) => {
    if (link !== null) symlinkSync(link, join(folder, 'SingletonLock'))
    expect(lockHolder(folder, 'linux')).toEqual(holder)
  })

  it('is another instance on Windows, which refuses for no other reason', () => {
    expect(lockHolder(folder, 'win32')).toEqual({ kind: 'instance' })
  })

  it('is not hidden by things in the places of the links, and links stay', () => {
    mkdirSync(join(folder, 'SingletonLock'))
    writeFileSync(join(folder, 'SingletonSocket'), '')
    symlinkSync('1234', join(folder, 'SingletonCookie'))
    clearLockPlaces(folder)
    expect(readdirSync(folder).toSorted()).toEqual([
      'SingletonCookie',
      'damaged-SingletonLock',
      'damaged-SingletonSocket',
    ])
  })
})

describe("the folder for the user's data", () => {
  it('is the wanted one when it can be written, with nothing left of the trial', () => {
    const wanted = join(folder, 'deep', 'er')
    expect(findUserData(wanted)).toEqual({ folder: wanted, notice: null })
    expect(readdirSync(wanted)).toEqual([])
  })

  it.skipIf(onWindows)('is a temporary one when the wanted one cannot be made, and says so', () => {
    writeFileSync(join(folder, 'file'), '')
    const found = findUserData(join(folder, 'file', 'inside'))
    const notice = found?.notice ? inEnglish(found.notice) : ''
    expect(notice).toContain('Unroll cannot write to its data folder: it cannot be made there.')
    expect(notice).not.toContain(folder)
    expect(existsSync(found?.folder ?? '')).toBe(true)
    rmSync(found?.folder ?? '', { recursive: true })
  })

  it.skipIf(process.platform !== 'linux')(
    'is told to be unwritable without end where the system makes no folder',
    () => {
      expect(whyUnwritable('/proc/unroll')).toEqual({ why: saying('it cannot be made there'), full: false })
    },
  )

  it('stays the wanted one when its disk is full, as what is there can be read, and says so', (test) => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' })
    } catch {
      test.skip('this user may not mount a tmpfs')
    }
    try {
      expect(() => writeFileSync(join(folder, 'all'), new Uint8Array(1_000_000))).toThrow('ENOSPC')
      expect(findUserData(folder)).toEqual({
        folder,
        notice: saying(
          'Unroll cannot keep anything in its data folder: the disk is full; free some space or choose another disk. Until then a crash loses the run.',
        ),
      })
      expect(readdirSync(folder)).toEqual(['all'])
    } finally {
      execFileSync('umount', [folder])
    }
  })

  it.skipIf(process.platform !== 'linux')('is none when temporary files have no place either', () => {
    vi.stubEnv('TMPDIR', '/proc')
    expect(findUserData('/proc/unroll')).toBeNull()
    vi.unstubAllEnvs()
  })
})
