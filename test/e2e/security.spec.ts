import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from '../helpers/app'

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
