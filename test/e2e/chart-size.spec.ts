import { expect, type Page } from '@playwright/test'
import { test, trainerReady } from '../helpers/app'
import { setWindow } from '../helpers/layout'

/** Height of an element in CSS pixels. */
const heightOf = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => element.getBoundingClientRect().height)

/** Width and height of each chart's canvas in CSS pixels and in its own pixels, and what they should be in its place. */
const charts = (page: Page) =>
  page.locator('.chart-place canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const sizeOf = (element: Element | null, times = 1) => {
        const { width = 0, height = 0 } = element?.getBoundingClientRect() ?? {}
        return [Math.floor(width * times), Math.floor(height * times)]
      }
      const { width, height } = canvas as HTMLCanvasElement
      const place = canvas.parentElement
      return {
        seen: [...sizeOf(canvas), width, height],
        wanted: [...sizeOf(place), ...sizeOf(place, devicePixelRatio)],
      }
    }),
  )

test('charts stay as large as they are while words around them change, and follow the window', async ({
  launch,
}) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  const allFill = (count: number) =>
    expect(async () => {
      const all = await charts(page)
      expect(all).toHaveLength(count)
      expect(all.map(({ seen }) => seen)).toEqual(all.map(({ wanted }) => wanted))
    }).toPass()
  // The data, which nothing draws but another size or density.
  for (const zoom of [1.5, 1]) {
    await setWindow(app, { width: 1280, height: 800, zoom }, 'light')
    await allFill(1)
  }

  await page.getByTestId('pace').selectOption('max')
  const trainOut = async () => {
    await expect(page.getByTestId('status-phase')).toHaveText('Ready')
    await page.getByTestId('start-pause').click()
    await expect(page.getByTestId('status-phase')).toContainText('Finished')
  }
  await trainOut()

  await allFill(3)

  // What a training says of itself may be one line or five.
  const say = (words: string) =>
    page.getByTestId('headline').evaluate((element, words) => {
      element.textContent = words
    }, words)
  const first = await heightOf(page, '.headline')
  await say('word')
  expect(await heightOf(page, '.headline')).toBe(first)
  await say('word '.repeat(100))
  await allFill(3)
  const [tall, high] = [await charts(page), await heightOf(page, '.headline')]
  await say('word')
  expect(await heightOf(page, '.headline-words')).toBeLessThan(high / 2)
  expect(await heightOf(page, '.headline')).toBe(high)
  await allFill(3)
  expect(await charts(page)).toEqual(tall)

  // Another width, another size of all; and more pixels where the page is drawn larger.
  for (const [width, zoom] of [
    [1000, 1],
    [1280, 1.5],
    [1280, 1],
  ] as const) {
    await setWindow(app, { width, height: 800, zoom }, 'light')
    await say('word')
    await allFill(3)
    await expect.poll(() => heightOf(page, '.headline')).toBeLessThan(high)
  }

  // Another run begins anew.
  await say('word '.repeat(100))
  await expect.poll(() => heightOf(page, '.headline')).toBeGreaterThanOrEqual(high)
  await page.getByTestId('reset').click()
  await trainOut()
  await expect.poll(() => heightOf(page, '.headline')).toBeLessThan(high)
})
