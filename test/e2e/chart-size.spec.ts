import { expect, type Page } from '@playwright/test'
import { test, trainerReady, trainOut } from '../helpers/app'
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

  await trainOut(page)

  await allFill(3)

  // What a training says of itself may be one line or five; whatever it says meanwhile, these are so many more.
  const lines = (more: number) =>
    page.getByTestId('headline').evaluate((element, more) => {
      element.style.display = more < 0 ? 'none' : ''
      element.style.paddingBottom = `${Math.max(0, more) * 20}px`
    }, more)
  const headline = () => heightOf(page, '.headline')
  const first = await headline()
  await lines(-1)
  expect(await headline()).toBe(first)
  await lines(4)
  await allFill(3)
  const [tall, high] = [await charts(page), await headline()]
  expect(high).toBeGreaterThan(first)
  await lines(0)
  expect(await heightOf(page, '.headline-words')).toBeLessThan(high - 40)
  expect(await headline()).toBe(high)
  await allFill(3)
  expect(await charts(page)).toEqual(tall)

  // Another width, another size of all; and more pixels where the page is drawn larger.
  for (const [width, zoom] of [
    [1000, 1],
    [1280, 1.5],
    [1280, 1],
  ] as const) {
    await setWindow(app, { width, height: 800, zoom }, 'light')
    await allFill(3)
    await expect.poll(headline).toBeLessThan(high)
  }

  // Another run begins anew.
  await lines(4)
  await expect.poll(headline).toBe(high)
  await page.getByTestId('reset').click()
  await trainOut(page)
  await expect.poll(headline).toBeLessThan(high)
})
