import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type App, killApp, test, trainerPid, trainerReady, updatesSeen } from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

/** Empty while nothing has been logged: a page may be there before the first line. */
function logOf(folder: string): Promise<string> {
  return readFile(join(folder, 'data/logs/unroll.log'), 'utf8').catch(() => '')
}

/** Which kinds of process have left a minidump, as Chromium calls them: `browser` is main, `utility` the trainer. */
async function crashed(folder: string): Promise<string[]> {
  const crashes = join(folder, 'data/logs/crashes')
  const names = (await readdir(crashes, { recursive: true })).filter((name) => name.endsWith('.dmp'))
  const dumps = await Promise.all(names.map((name) => readFile(join(crashes, name), 'latin1')))
  // Crashpad's notes in a minidump: a name, its end, the value's length in four bytes, the value.
  return dumps.map((dump) => /process_type\0+[^\0]\0{3}(\w+)\0/.exec(dump)?.[1] ?? 'unknown').sort()
}

/** What the page says; asked through main, since the test's own page is gone with the one that crashed. */
function askPage<T>({ electron }: App, script: string): Promise<T> {
  return electron.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  ) as Promise<T>
}

test('a page that crashes in mid-run is back by itself, says so, and the run goes on', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page, electron } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(5)
  await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // A page that is asked while it is away never answers.
    const back = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
    contents?.forcefullyCrashRenderer()
    await back
  })
  const text = (id: string) =>
    askPage<string>(app, `document.querySelector('[data-testid="${id}"]')?.textContent`)
  await expect
    .poll(() => text('notice').catch(() => ''))
    .toMatch(/The page stopped unexpectedly \(\w+\) and was loaded again; nothing is lost\./)
  await expect.poll(() => text('status-phase')).toBe('Finished')
  expect(await text('status-updates')).toBe('60 / 60')
  // The curves are whole: those from before the crash come from the record, and are the recorded run's.
  await expect.poll(() => askPage<number>(app, 'unrollHistory.updates()')).toBe(60)
  const losses = await askPage<number[]>(app, 'Array.from(unrollHistory.losses())')
  const expected = referenceRun('torch-rnn-seed1').updates.map(({ loss }) => loss)
  expect(greatestDifference(losses, expected)).toBeLessThan(1e-4)
  expect(await logOf(folder)).toMatch(/^\S+Z error the page is gone: \w+, code \d+$/m)
})

test('what main did not catch is in the log, and the app goes on', async ({ launch, folder }) => {
  const { page, electron } = await launch()
  await trainerReady(page)
  // Thrown into an app whose start is over, and waited for by the events that the log hears of first.
  await electron.evaluate(async ({ dialog }) => {
    dialog.showErrorBox = () => {}
    const thrown = new Promise((resolve) => process.once('uncaughtExceptionMonitor', resolve))
    const rejected = new Promise((resolve) => process.once('unhandledRejection', resolve))
    setTimeout(() => {
      throw new Error('thrown on purpose')
    })
    setTimeout(() => void Promise.reject(new Error('rejected on purpose')))
    await Promise.all([thrown, rejected])
  })
  // It is written at once, in the same turn.
  const log = await logOf(folder)
  expect(log).toMatch(/Z error main failed: Error: thrown on purpose/)
  expect(log).toMatch(/Z error main let a promise fail: Error: rejected on purpose/)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
})

test('a trainer that is killed leaves its end in the log', async ({ launch, folder }) => {
  const app = await launch()
  await trainerReady(app.page)
  process.kill(await trainerPid(app), 'SIGKILL')
  await expect.poll(() => logOf(folder)).toMatch(/Z error The trainer was ended from outside/)
  await expect
    .poll(() => logOf(folder))
    .toMatch(/Z error a process is gone: Unroll trainer \(Utility\), killed/)
})

test('a native crash of main leaves a minidump, and the next start says that it did not quit', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  await trainerReady(first.page)
  const gone = new Promise((resolve) => first.electron.process().once('exit', resolve))
  await first.electron.evaluate(() => setImmediate(() => process.crash())).catch(() => {})
  await gone
  await expect.poll(() => crashed(folder)).toEqual(['browser'])
  const second = await launch()
  await expect.poll(() => logOf(folder)).toMatch(/Z error Unroll, begun at \S+Z, did not quit: it crashed/)
  await trainerReady(second.page)
  await second.close()
  const lines = (await logOf(folder)).match(/did not quit/g)
  const third = await launch()
  await trainerReady(third.page)
  expect((await logOf(folder)).match(/did not quit/g)).toEqual(lines)
  await killApp(third)
})

test('a quit leaves no error in the log', async ({ launch, folder }) => {
  const app = await launch()
  await trainerReady(app.page)
  const main = app.electron.process()
  const ended = new Promise((resolve) => main.once('exit', resolve))
  await app.electron
    .evaluate(({ app: electronApp }) => setImmediate(() => electronApp.quit()))
    .catch(() => {})
  expect(await ended).toBe(0)
  const log = await logOf(folder)
  expect(log).toContain('the trainer has ended with code')
  expect(log).not.toMatch(/Z error /)
})

test('Help opens the folder of the logs', async ({ launch, folder }) => {
  const { electron } = await launch()
  const opened = await electron.evaluate(({ shell, Menu }) => {
    const paths: string[] = []
    shell.openPath = async (path) => {
      paths.push(path)
      return ''
    }
    Menu.getApplicationMenu()
      ?.items.find(({ role }) => role === 'help')
      ?.submenu?.items.find(({ label }) => label.includes('Logs'))
      ?.click()
    return paths
  })
  expect(opened).toEqual([join(folder, 'data/logs')])
})
