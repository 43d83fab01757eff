import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { type App, killApp, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

/** The labels of the menu's own row. */
function menuRow({ electron }: App): Promise<string[]> {
  return electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
}

/** Chooses a language in View > Language. */
async function chooseInMenu({ electron }: App, language: string) {
  await electron.evaluate(
    ({ Menu }, name) => Menu.getApplicationMenu()?.getMenuItemById(`language-${name}`)?.click(),
    language,
  )
}

/** Milliseconds of the longest task of the page from now on, once it is asked for. */
async function watchTasks(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { longest: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { tasksSeen: seen })
  })
  return () =>
    page.evaluate(() => (window as unknown as { tasksSeen: { longest: number } }).tasksSeen.longest)
}

test('the language changes everywhere while a run goes on, which loses no update', async ({
  launch,
}, info) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('updates').fill('5000')
  await page.getByTestId('updates').press('Enter')
  const longestTask = await watchTasks(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(300)

  await page.getByTestId('language').selectOption('zh')
  await expect(page.getByTestId('reset')).toHaveText('重置')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  expect(await menuRow(app)).toEqual(['文件(&F)', '编辑(&E)', '运行(&R)', '视图(&V)', '帮助(&H)'])
  await chooseInMenu(app, 'en')
  await expect(page.getByTestId('reset')).toHaveText('Reset')
  await expect(page.getByTestId('language')).toHaveValue('en')
  expect((await menuRow(app))[0]).toBe('&File')
  await chooseInMenu(app, 'zh')
  await expect(page.getByTestId('reset')).toHaveText('重置')

  await expect.poll(() => updatesSeen(page), { timeout: 60_000 }).toBe(5_000)
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(5_000)
  expect(losses.every(Number.isFinite)).toBe(true)
  const longest = await longestTask()
  info.annotations.push({ type: 'longest task', description: `${longest.toFixed(0)} ms` })
})

test.describe('where the environment names no language', () => {
  test.use({ language: null })
  const before = { ...process.env }
  test.beforeEach(() => {
    Object.assign(process.env, { UNROLL_LANGUAGE: '', LANG: 'zh_CN.UTF-8', LC_ALL: '', LANGUAGE: '' })
  })
  test.afterEach(() => {
    process.env = before
  })

  test("the first start speaks the system's, the next ones what was chosen", async ({ launch, folder }) => {
    const first = await launch()
    await expect(first.page.getByTestId('reset')).toHaveText('重置')
    expect((await menuRow(first))[0]).toBe('文件(&F)')
    await first.page.getByTestId('language').selectOption('en')
    await expect(first.page.getByTestId('reset')).toHaveText('Reset')
    await killApp(first)
    const second = await launch()
    await expect(second.page.getByTestId('reset')).toHaveText('Reset')
    expect((await menuRow(second))[0]).toBe('&File')
    // One that the command line names is for that start alone.
    await killApp(second)
    const third = await launch('--language', 'zh')
    await expect(third.page.getByTestId('reset')).toHaveText('重置')
    expect(JSON.parse(await readFile(join(folder, 'data/language.json'), 'utf8'))).toEqual({ language: 'en' })
  })
})

test.describe('where the environment names the pseudo-language', () => {
  test.use({ language: 'pseudo' })

  test('the page paints in it from the first frame on', async ({ launch }) => {
    const { page } = await launch()
    await expect(page.getByTestId('reset')).toHaveText(/^Ŕéšé/)
    await expect(page.getByTestId('language')).toHaveValue('pseudo')
  })
})
