import { expect } from '@playwright/test'
import { keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

test('nothing is cut off in a small window, light or dark', async ({ launch }) => {
  const { electron, page } = await launch()
  await trainerReady(page)
  for (const theme of ['light', 'dark'] as const) {
    await page.getByTestId('reset').click()
    await expect(page.getByTestId('status-updates')).toHaveText('0 / 60')
    await electron.evaluate(({ nativeTheme, BrowserWindow }, themeSource) => {
      nativeTheme.themeSource = themeSource
      BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 640)
    }, theme)
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1000)
    await keepScreenshot(page, `09-${theme}-small-before`)
    await page.getByTestId('start-pause').click()
    await expect.poll(() => updatesSeen(page)).toBeGreaterThan(20)
    await keepScreenshot(page, `10-${theme}-small-training`)
    await expect(page.getByTestId('status-phase')).toContainText('Finished')
    const overflow = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      high: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }))
    expect(overflow).toEqual({ wide: 0, high: 0 })
    await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800),
    )
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1280)
    await keepScreenshot(page, `11-${theme}-finished`)
  }
})

test('an impossible setting is refused beside its field and changes nothing', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('hidden-units').fill('0')
  await page.getByTestId('hidden-units').press('Enter')
  await expect(
    page.getByText('Hidden units must be a whole number from 1 to 512, but 0 was given'),
  ).toBeInViewport({ ratio: 1 })
  await expect(page.getByTestId('model-summary')).toContainText('RNN(1 → 32)')
  await keepScreenshot(page, '12-impossible-setting')
  await page.getByTestId('hidden-units').fill('16')
  await page.getByTestId('hidden-units').press('Enter')
  await expect(page.getByTestId('model-summary')).toContainText('RNN(1 → 16) → Linear(16 → 1)')
})
