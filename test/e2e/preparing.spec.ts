import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { expect } from '@playwright/test'
import { keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

/** One update alone takes more than a second. */
const LARGE = withSettings(LESSON, { cell: 'lstm', layers: 4, hiddenUnits: 256, points: 200, batch: 64 })

test('a large network says that it is prepared, and a pause comes about before its update is done', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { page, problems } = await launch()
  await trainerReady(page)
  expect(await page.evaluate((config) => window.unroll.request.createRun(config), LARGE)).toEqual({
    ok: true,
  })
  const [button, phase] = [page.getByTestId('start-pause'), page.getByTestId('status-phase')]
  await button.click()
  await expect(phase).toHaveText(/^Preparing the network… \d+ s$/)
  await keepScreenshot(page, '40-preparing')
  await button.click()
  await expect(phase).toHaveText('Paused')
  expect(await updatesSeen(page)).toBe(0)
  await keepScreenshot(page, '41-paused-before-the-first-update')
  // What it was preparing is of use: it goes on from there, and is paused while the third update is made.
  await button.click()
  await expect.poll(() => updatesSeen(page), { timeout: 120_000 }).toBe(2)
  await button.click()
  await expect(phase).toHaveText('Paused')
  expect(await updatesSeen(page)).toBe(2)
  // The update shown is the one that the trainer stands at.
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page), { timeout: 120_000 }).toBe(3)
  expect(problems).toEqual([])
})
