import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test, trainerPid, trainerReady } from '../helpers/app'

const ELSEWHERE = 'https://example.com/'

test('the page is shown with every safety catch on', async ({ launch }) => {
  const { electron } = await launch()
  const preferences = await electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    // Not in Electron's types: what the page was really made with.
    return (
      contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
    ).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
  })
  for (const off of ['allowRunningInsecureContent', 'experimentalFeatures', 'nodeIntegrationInWorker'])
    expect(preferences[off] ?? false).toBe(false)
  expect(preferences.enableBlinkFeatures ?? '').toBe('')
})

test('the page goes nowhere else, opens nothing and embeds nothing', async ({ launch, folder }) => {
  const { electron, page } = await launch()
  const opened = await page.evaluate((url) => window.open(url) === null, ELSEWHERE)
  expect(opened).toBe(true)
  const address = page.url()
  // Later, so that Playwright does not wait for where this would lead.
  await page.evaluate((url) => {
    setTimeout(() => {
      const link = document.createElement('a')
      link.href = url
      link.click()
    })
  }, ELSEWHERE)
  const log = () => readFile(join(folder, 'data/logs/unroll.log'), 'utf8')
  await expect.poll(log).toContain(`refused to go to ${ELSEWHERE}`)
  const now = await electron.evaluate(({ BrowserWindow, webContents }) => ({
    url: BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    pages: webContents.getAllWebContents().length,
  }))
  expect(now).toEqual({ url: address, pages: 1 })
})

test('the page downloads nothing: no file is left anywhere, and no dialog is opened', async ({
  launch,
  folder,
}) => {
  const { electron, page } = await launch()
  await trainerReady(page)
  const downloads = join(folder, 'downloads')
  await mkdir(downloads)
  const asked = await electron.evaluate(({ app, dialog }, path) => {
    app.setPath('downloads', path)
    const calls = { count: 0 }
    ;(globalThis as unknown as { saveDialogs: typeof calls }).saveDialogs = calls
    dialog.showSaveDialog = async () => {
      calls.count += 1
      return { canceled: true, filePath: '' }
    }
    return calls.count
  }, downloads)
  expect(asked).toBe(0)
  await page.evaluate(() => {
    const blob = URL.createObjectURL(new Blob([new Uint8Array(1_000_000)]))
    for (const href of [
      blob,
      'data:application/octet-stream,abc',
      'data:text/html,abc',
      '/index.html',
      '/missing.zip',
    ]) {
      const link = document.createElement('a')
      link.href = href
      link.download = 'taken.bin'
      document.body.append(link)
      link.click()
    }
  })
  const log = () => readFile(join(folder, 'data/logs/unroll.log'), 'utf8')
  await expect.poll(log).toContain('refused to download blob:app://unroll/')
  await expect.poll(log).toContain('refused to download data:application/octet-stream')
  await expect.poll(log).toContain('refused to download app://unroll/index.html')
  // Chromium may have begun a file before it asks whether it may; what was refused is taken away again.
  await expect.poll(() => readdir(downloads)).toEqual([])
  const calls = await electron.evaluate(
    () => (globalThis as unknown as { saveDialogs: { count: number } }).saveDialogs.count,
  )
  expect(calls).toBe(0)
})

test('a page that asks to stay does not hold the app open, nor the trainer', async ({ launch }) => {
  const app = await launch()
  await trainerReady(app.page)
  const trainer = await trainerPid(app)
  // A press first: without one Chromium asks nobody whatever the page wants.
  await app.page.getByTestId('one-update').click()
  await app.page.evaluate(() => {
    window.addEventListener('beforeunload', (event) => {
      event.preventDefault()
      event.returnValue = 'stay'
    })
  })
  const main = app.electron.process()
  const ended = new Promise((resolve) => main.once('exit', resolve))
  await app.electron
    .evaluate(({ app: electronApp }) => setImmediate(() => electronApp.quit()))
    .catch(() => {})
  expect(await ended).toBe(0)
  expect(() => process.kill(trainer, 0)).toThrow('ESRCH')
})

test('a page that has changed its address is whole again after a crash', async ({ launch }) => {
  const app = await launch()
  const { electron, page } = app
  await trainerReady(page)
  await page.evaluate(() => {
    history.pushState({}, '', '/nowhere/at/all.html')
    history.replaceState({}, '', '/nowhere.bin')
  })
  const now = await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const back = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()))
    contents?.forcefullyCrashRenderer()
    await back
    return contents?.getURL()
  })
  expect(now).toBe('app://unroll/index.html')
  const start = () =>
    electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `document.querySelector('[data-testid="start-pause"]')?.disabled`,
      ),
    )
  await expect.poll(start).toBe(false)
})

test('a page whose drawing fails says so, and loads again with the run as it was', async ({ launch }) => {
  const app = await launch()
  const { page, electron } = app
  await trainerReady(page)
  await page.getByTestId('one-update').click()
  await expect(page.getByTestId('status-updates')).toContainText('1 ')
  // What main sends is drawn as it comes: nothing where a run should be cannot be.
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.send('unroll:event:runsChanged', {
      runs: [null],
      budget: 1,
    })
  })
  await expect(page.getByTestId('page-failure')).toContainText('The run is not affected')
  await page.getByTestId('reload-page').click()
  await expect(page.getByTestId('status-updates')).toContainText('1 ')
  await expect(page.getByTestId('start-pause')).toBeEnabled()
  // Told in the console, as it should be.
  app.problems.length = 0
})
