import { expect, type Page } from '@playwright/test'
import { type App, keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

test.use({ tourEnded: false })

const TITLES = [
  'Begin with a program or a series',
  'Press Start',
  'Change things while it learns',
  'Watch the prediction bend',
  'Take the weights with you',
]

async function resize({ electron, page }: App, width: number, height: number) {
  await electron.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setMinimumSize(400, 300)
      window?.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
}

/** Where the words stand, and how much of what they point at they hide. */
function place(page: Page) {
  return page.evaluate(() => {
    const target = document.querySelector('[data-tour-target]')?.getBoundingClientRect()
    const card = document.querySelector('.tour')?.getBoundingClientRect()
    if (!target || !card) throw new Error('the tour points at nothing')
    const wide = Math.min(target.right, card.right) - Math.max(target.left, card.left)
    const high = Math.min(target.bottom, card.bottom) - Math.max(target.top, card.top)
    return {
      inWindow: card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight,
      hidden: (Math.max(0, wide) * Math.max(0, high)) / (target.width * target.height),
      distance: Math.max(-wide, -high),
    }
  })
}

test('the first start shows the tour, which is ended by keys and does not come back by itself', async ({
  launch,
}) => {
  const first = await launch()
  const { page } = first
  const tour = page.getByRole('dialog')
  for (const [index, title] of TITLES.entries()) {
    await expect(tour).toHaveAccessibleName(title)
    await expect(tour).toContainText(`${index + 1} of 5`)
    await expect(page.getByTestId('tour-next')).toBeFocused()
    await page.keyboard.press(index % 2 === 0 ? 'Enter' : index === 4 ? 'Enter' : 'ArrowRight')
  }
  await expect(tour).toBeHidden()
  await trainerReady(page)
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('tour')).toBeHidden()
  await second.electron.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.getMenuItemById('show-tour')?.click(),
  )
  await expect(second.page.getByRole('dialog')).toHaveAccessibleName(TITLES[0] ?? '')
  await second.page.keyboard.press('ArrowRight')
  await second.page.keyboard.press('ArrowLeft')
  await expect(second.page.getByRole('dialog')).toHaveAccessibleName(TITLES[0] ?? '')
  await second.page.keyboard.press('Escape')
  await expect(second.page.getByTestId('tour')).toBeHidden()
})

test('a tour that was left open comes again, and one that was dismissed does not', async ({ launch }) => {
  const first = await launch()
  await expect(first.page.getByTestId('tour')).toBeVisible()
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await second.page.getByTestId('tour-close').click()
  await expect(second.page.getByTestId('tour')).toBeHidden()
  await expect(second.page.getByTestId('start-pause')).toBeFocused()
  await second.close()
  const third = await launch()
  await trainerReady(third.page)
  await expect(third.page.getByTestId('tour')).toBeHidden()
})

test('the run is started, and settings are changed, while the tour is open', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  for (let step = 0; step < 3; step += 1) await page.getByTestId('tour-next').click()
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(20)
  await expect(page.getByRole('dialog')).toHaveAccessibleName('Watch the prediction bend')
  await expect(page.locator('.prediction[data-tour-target]')).toBeVisible()
  await keepScreenshot(page, '31-tour-while-training')
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await page.getByTestId('learning-rate').fill('0.5')
  // In a field Escape takes back what was typed, and nothing else.
  await page.getByTestId('learning-rate').press('Escape')
  await expect(page.getByTestId('learning-rate')).toHaveValue('0.02')
  await expect(page.getByTestId('tour')).toBeVisible()
})

test('every stop of the tour has its place in a large and a small window, light and dark', async ({
  launch,
}) => {
  const app = await launch()
  const { electron, page } = app
  await trainerReady(page)
  await page.getByTestId('tour-close').click()
  for (const theme of ['light', 'dark'] as const)
    for (const [width, height] of [
      [1280, 800],
      [800, 600],
    ] as const) {
      await electron.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source
      }, theme)
      await resize(app, width, height)
      await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('show-tour')?.click())
      for (const [index, title] of TITLES.entries()) {
        await expect(page.getByRole('dialog')).toHaveAccessibleName(title)
        // The drawer of a small window makes room a moment after the window has grown: until then its fields have no size.
        await expect.poll(async () => Number.isFinite((await place(page)).hidden)).toBe(true)
        const { inWindow, hidden, distance } = await place(page)
        await keepScreenshot(page, `30-tour-${theme}-${width}-${index + 1}`)
        const stop = `${title}, ${theme}, ${width} x ${height},`
        expect(inWindow, `${stop} is inside the window`).toBe(true)
        expect(hidden, `${stop} hides little of its control`).toBeLessThan(index === 3 ? 0.4 : 0.01)
        expect(distance, `${stop} is near its control`).toBeLessThan(40)
        await page.getByTestId('tour-next').click()
      }
      await expect(page.getByTestId('tour')).toBeHidden()
    }
})
