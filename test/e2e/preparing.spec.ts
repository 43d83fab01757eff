import { LESSON } from '@contract/settings/lesson'
import { withSettings } from '@contract/settings/settings'
import { expect } from '@playwright/test'
import { keepScreenshot, test, trainerReady, updatesSeen } from '../helpers/app'

/** The largest there may be: its first update takes far longer than a press, on any machine. */
const LARGEST = withSettings(LESSON, { cell: 'lstm', layers: 4, hiddenUnits: 512, points: 200, batch: 64 })

test('a large network says that it is prepared, and a pause comes about before its update is done', async ({
  launch,
}) => {
  test.setTimeout(300_000)
  const { page, problems } = await launch()
  await trainerReady(page)
  expect(await page.evaluate((config) => window.unroll.request.createRun(config), LARGEST)).toEqual({
    ok: true,
  })
  const [button, phase] = [page.getByTestId('start-pause'), page.getByTestId('status-phase')]
  await button.click()
  await expect(phase).toHaveText(/^Preparing the network…/)
  await button.click()
  await expect(phase).toHaveText('Paused')
  expect(await updatesSeen(page)).toBe(0)
  await keepScreenshot(page, '41-paused-before-the-first-update')
  // What it was preparing is of use: it goes on from there, and is paused while a later update is made.
  await button.click()
  await expect(phase).toHaveText(/^Preparing the network…/)
  await keepScreenshot(page, '40-preparing')
  await expect.poll(() => updatesSeen(page), { timeout: 120_000 }).toBeGreaterThan(0)
  await button.click()
  await expect(phase).toHaveText('Paused')
  // The update shown is the one that the trainer stands at.
  const shown = await updatesSeen(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page), { timeout: 120_000 }).toBe(shown + 1)
  expect(problems).toEqual([])
})
