import { type ChildProcess, execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { type Browser, chromium, errors, expect, type Page, test } from '@playwright/test'
import { greatestDifference, referenceRun } from '../helpers/reference'
import { createHome, isRoot, outcome, removeHome, start } from './ordinary-user'

const program = process.env.UNROLL_PROGRAM ?? ''
const folder = process.env.UNROLL_FOLDER ?? ''
const installed = program === '/usr/bin/unroll'
const screens = resolve(import.meta.dirname, '../../test-results/screens')
/** What the app starts with is this run's program. */
const reference = referenceRun('torch-rnn-seed1')

type Running = { readonly child: ChildProcess; readonly page: Page; readonly browser: Browser }

let home: string
test.beforeEach(async () => {
  home = await createHome()
})
test.afterEach(() => removeHome(home))

/** What the menu entry starts, with a file in the place of %f. */
function menuCommand(file: string): string[] {
  if (!installed) return [program, file]
  const entry = readFileSync('/usr/share/applications/unroll.desktop', 'utf8')
  const exec = /^Exec=(.+)$/m.exec(entry)?.[1] ?? ''
  return exec.split(' ').map((word) => (word === '%f' ? file : word))
}

/**
 * Playwright's hold on the running app. On a busy machine its first call is left without an answer now and then, while the
 * app itself is up: another connection is answered.
 */
async function hold(address: string): Promise<Browser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 })
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || attempt === 4) throw error
    }
  }
}

/** Starts the app with its window. Only its page can be reached from here: its fuses keep out debuggers of Node. */
async function open(file = ''): Promise<Running> {
  const [command = '', ...words] = menuCommand(file).filter((word) => word !== '')
  const child = start(command, [...words, '--remote-debugging-port=0'], { home, display: true })
  const address = await new Promise<string>((found, failed) => {
    const said: string[] = []
    createInterface({ input: child.stderr as Readable }).on('line', (line) => {
      said.push(line)
      const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (url) found(url)
    })
    child.once('exit', (code) => failed(new Error(`the app ended with ${code}:\n${said.join('\n')}`)))
  })
  const browser = await hold(address)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the app has no page')
  await expect(page.getByTestId('start-pause')).toBeEnabled()
  return { child, page, browser }
}

/** Ends the app as its menu does: by its key. */
async function quit({ child, browser }: Running): Promise<number | null> {
  const ended = new Promise<number | null>((resolved) => child.once('exit', resolved))
  press('ctrl+q')
  const code = await ended
  await browser.close().catch(() => {})
  return code
}

/** Presses keys as a person does, in whatever window has the focus. */
function press(...keys: string[]) {
  execFileSync('xdotool', ['key', '--clearmodifiers', ...keys])
}

/** The text of a file in /proc about each process of the app's user that was started with such a word. */
function processesWith(word: string, file: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ')
        if (!command.startsWith(folder) || !command.includes(word)) return []
        return [readFileSync(`/proc/${pid}/${file}`, 'utf8')]
      } catch {
        // It has ended in the meantime.
        return []
      }
    })
}

test('trains to the numbers of PyTorch in the sandbox, without a network, and quits', async () => {
  const running = await open()
  const { page } = running
  if (process.env.UNROLL_CUT)
    expect(readFileSync('/proc/net/route', 'utf8').trim().split('\n')).toHaveLength(1)
  const renderers = processesWith('--type=renderer', 'status')
  expect(renderers).toHaveLength(1)
  // A filter on system calls, and a world of processes of its own.
  expect(renderers[0]).toMatch(/^Seccomp:\s+2$/m)
  expect(renderers[0]).toMatch(/^NSpid:\s+\d+\s+\d+/m)
  expect(processesWith('--no-sandbox', 'status')).toEqual([])
  if (isRoot()) expect(renderers[0]).toMatch(/^Uid:\s+65534\s/m)

  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const losses = await page.evaluate(() => Array.from(window.unrollHistory.losses()))
  const expected = reference.updates.map((update) => update.loss)
  expect(losses).toHaveLength(60)
  expect(greatestDifference(losses, expected.slice(0, 60))).toBeLessThan(1e-4)
  await mkdir(screens, { recursive: true })
  await page.screenshot({ path: join(screens, `dist-${installed ? 'deb' : 'tarball'}.png`) })
  expect(await quit(running)).toBe(0)
  expect(readdirSync(join(home, '.config/Unroll'))).toContain('window.json')
})

test('saves by its dialog, and what it saved is what a command reads', async () => {
  const running = await open()
  const { page } = running
  await page.getByTestId('one-update').click()
  await expect(page.getByTestId('status-updates')).toContainText('1')
  press('ctrl+shift+e')
  // The desktop's own dialog, no page: waited for, and taken at its word, which is a name in the user's home. It is a
  // moment after it shows that it hears keys.
  execFileSync('xdotool', ['search', '--sync', '--onlyvisible', '--name', '^Save', 'windowfocus', '--sync'])
  const saved = () => readdirSync(home).find((name) => name.endsWith('.safetensors'))
  await expect
    .poll(() => {
      if (!saved()) press('alt+s')
      return saved()
    })
    .toBeDefined()
  await expect(page.getByTestId('start-pause')).toBeEnabled()
  expect(await quit(running)).toBe(0)
  const read = await outcome(start(program, ['convert', saved() ?? '', 'b.npz'], { home, display: false }))
  expect(read.code).toBe(0)
})

test('opens a file that a command has saved, from the menu entry', async () => {
  const file = join(home, 'a b.safetensors')
  const trained = await outcome(
    start(program, ['train', '--updates', '7', '--save', file], { home, display: false }),
  )
  expect(trained.code).toBe(0)
  const running = await open(file)
  await expect(running.page.getByTestId('status-updates')).toContainText('7')
  expect(await quit(running)).toBe(0)
})

test('leaves its page no way out', async () => {
  const running = await open()
  const { page } = running
  const found = await page.evaluate(async () => {
    const opened = window.open('https://example.invalid/')
    const fetched = await fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    )
    const located = await new Promise((done) => {
      navigator.geolocation.getCurrentPosition(
        () => done('told'),
        ({ code }) => done(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'failed'),
      )
    })
    const script = document.createElement('script')
    let trusted = 'refused'
    try {
      script.text = '1'
      trusted = 'taken'
    } catch {}
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      notifications: await Notification.requestPermission(),
      opened,
      fetched,
      located,
      trusted,
    }
  })
  expect(found).toEqual({
    node: [],
    notifications: 'denied',
    opened: null,
    fetched: 'refused',
    located: 'denied',
    trusted: 'refused',
  })
  expect(running.browser.contexts().flatMap((context) => context.pages())).toHaveLength(1)
  expect(await quit(running)).toBe(0)
})
