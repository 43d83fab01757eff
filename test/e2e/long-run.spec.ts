import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { lengthenRun, longRunLoss, longRunPrediction } from '../helpers/long-run'
import { pageBytes } from '../helpers/page-bytes'

const MANY = 1_000_000
/** Enough that most windows are read when they are looked at, and written in a tenth of the time. */
const SOME = 100_000
const FEW = 1_000
/** Bytes that the page may take more for the one than for the other. */
const MORE = 150_000_000

/** A run of so many updates, opened by a start of its own. */
async function openLong(launch: () => Promise<App>, folder: string, updates: number) {
  const first = await launch()
  await trainerReady(first.page)
  await first.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(first.page)).toBe(1)
  await first.close()
  await lengthenRun(join(folder, 'data'), updates)
  const app = await launch()
  const begun = Date.now()
  await app.page.waitForFunction(() => window.unrollHistory.updates() > 0)
  const picture = Date.now() - begun
  await app.page.waitForFunction((all) => window.unrollHistory.updates() === all, updates, {
    timeout: 120_000,
  })
  return { app, picture, whole: Date.now() - begun }
}

async function predictionsAt(page: Page, update: number) {
  await expect.poll(async () => (await windowSeen(page, update)).predictions.length).toBe(10)
  return (await windowSeen(page, update)).predictions
}

const expected = (update: number) => Array.from({ length: 10 }, (_, step) => longRunPrediction(update, step))

for (const [all, tag] of [
  [SOME, ''],
  [MANY, ' @long'],
] as const)
  test(`a run of ${all.toLocaleString('en')} updates is there at the next start, read where it is looked at${tag}`, async ({
    folder,
    launch,
  }) => {
    test.setTimeout(240_000)
    const { app, picture, whole } = await openLong(() => launch(), folder, all)
    const { page } = app
    const losses = await lossesSeen(page)
    for (const update of [1, 2, all / 2 - 1, all]) expect(losses[update - 1]).toBe(longRunLoss(update))
    // Any window, whether it was looked at or not.
    for (const update of [1, 2, 31_415, all / 2, all - 1000, all])
      expect(await predictionsAt(page, update), String(update)).toEqual(expected(update))
    await keepScreenshot(page, 'long-run-newest')
    // Where somebody looks, it is drawn and read.
    await page.getByTestId('rail-update').fill(String(Math.round(all * 0.314159)))
    await page.getByTestId('rail-update').press('Enter')
    await page.getByTestId('prediction-chart').focus()
    await expect(page.getByTestId('prediction-chart')).toBeFocused()
    await keepScreenshot(page, 'long-run-middle')
    await page.getByTestId('show-all').click()
    await page.getByTestId('prediction-chart').hover({ position: { x: 300, y: 80 } })
    await expect(page.getByTestId('prediction-reading')).toContainText('update')
    await keepScreenshot(page, 'long-run-all')
    const bytes = await pageBytes(app)
    await app.close()
    test.info().annotations.push({ type: 'measured', description: JSON.stringify({ picture, whole, bytes }) })
    console.log({ picture, whole, megabytes: Math.round(bytes / 1e6) })
  })

test('a page of a million updates takes little more than that of a thousand @long', async ({
  folder,
  launch,
}) => {
  test.setTimeout(240_000)
  const short = await openLong(() => launch(), folder, FEW)
  const little = await pageBytes(short.app)
  await short.app.close()
  await lengthenRun(join(folder, 'data'), MANY)
  const app = await launch()
  await app.page.waitForFunction((all) => window.unrollHistory.updates() === all, MANY, { timeout: 120_000 })
  const much = await pageBytes(app)
  console.log({ little: Math.round(little / 1e6), much: Math.round(much / 1e6) })
  expect(much - little).toBeLessThan(MORE)
})
