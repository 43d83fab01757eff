import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { expect } from '@playwright/test'
import { keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

/** One update alone takes more than a second. */
const LARGE = withSettings(LESSON, { cell: 'lstm', layers: 4, hiddenUnits: 256, points: 200, batch: 64 })

test('a large network says that it is prepared, and hears a pause meanwhile', async ({ launch }) => {
  test.setTimeout(240_000)
  const { page, problems } = await launch()
  await trainerReady(page)
  expect(await page.evaluate((config) => window.unroll.request.createRun(config), LARGE)).toEqual({
    ok: true,
  })
  await page.getByTestId('start-pause').click()
  const phase = page.getByTestId('status-phase')
  await expect(phase).toHaveText(/^Preparing the network… \d+ s$/)
  await keepScreenshot(page, '40-preparing')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('start-pause')).toHaveText('Pausing…')
  await expect(phase).toHaveText(/^Pausing…/)
  await keepScreenshot(page, '41-pausing')
  await expect(phase).toHaveText('Paused', { timeout: 120_000 })
  await expect(page.getByTestId('start-pause')).toHaveText('Resume')
  // It goes on from where it was, and the update shown is the one that the trainer stands at.
  const before = await updatesSeen(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page), { timeout: 120_000 }).toBe(before + 1)
  expect(problems).toEqual([])
})
