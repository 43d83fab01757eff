import { expect, type Page } from '@playwright/test'
import { applyPreset, test, trainerReady, trainOut, updatesSeen } from '../helpers/app'
import { layoutFaults, type Size, setWindow } from '../helpers/layout'

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

/** The smallest window that the app can be given, with a column of settings and without, and both drawn twice as large. */
const SMALL: readonly Size[] = [
  { width: 800, height: 600, zoom: 1 },
  { width: 1000, height: 640, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
  { width: 800, height: 600, zoom: 2 },
]

for (const language of ['en', 'zh'] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('no chart of any tab is too low to be read in a small window, and nothing is cut off or covered', async ({
      launch,
    }) => {
      const app = await launch()
      const { page } = app
      await trainerReady(page)
      const found: string[] = []
      const seen = new Set<string>()
      async function look(state: string) {
        for (const size of SMALL) {
          await setWindow(app, size, 'light')
          for (const fault of await layoutFaults(page))
            found.push(`${state}, ${size.width} at ${size.zoom}: ${fault}`)
          for (const canvas of await page.locator('.chart-place canvas:visible').all())
            seen.add((await canvas.getAttribute('data-testid')) ?? '')
        }
        await setWindow(app, { width: 1280, height: 800, zoom: 1 }, 'light')
      }
      const reaches = (phase: string) =>
        expect(page.locator('.status-phase')).toHaveAttribute('data-phase', phase)
      async function train() {
        await reaches('ready')
        await page.getByTestId('start-pause').click()
        await reaches('finished')
      }
      await look('before')
      await page.getByTestId('pace').selectOption('1')
      await page.getByTestId('start-pause').click()
      await expect.poll(() => updatesSeen(page)).toBeGreaterThan(0)
      await look('training')
      await page.getByTestId('reset').click()
      await page.getByTestId('pace').selectOption('max')
      await train()
      await page.getByTestId('toggle-figures').click()
      await look('finished')

      await applyPreset(page, 'sunspots')
      await expect(page.getByTestId('first-look')).toBeVisible()
      await look('a series before')
      await train()
      await page.getByTestId('forecast').click()
      await expect(page.getByTestId('forecast-origins')).not.toBeEmpty()
      await look('a series')
      await page.getByTestId('shown-part').selectOption('test')
      await expect(page.getByTestId('part-chart')).toBeVisible()
      await look('a part')
      for (const tab of ['data', 'inside', 'runs']) {
        await page.getByTestId(`tab-${tab}`).click()
        await look(tab)
      }
      expect(found).toEqual([])
      // All that there are: a test that sees none finds none.
      expect([...seen].sort()).toEqual([
        'autocorrelation-chart',
        'data-chart',
        'first-look',
        'forecast-chart',
        'horizon-chart',
        'loss-chart',
        'part-chart',
        'period-chart',
        'prediction-chart',
        'series-chart',
      ])
    })
  })
}
