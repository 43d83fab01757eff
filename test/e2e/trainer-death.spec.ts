import { expect } from '@playwright/test'
import { keepScreenshot, lossesSeen, test, trainerPid, trainerReady, updatesSeen } from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

test('a killed trainer is told at once, the curves stay, and the run goes on to the same numbers', async ({
  launch,
}, info) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(30)
  const killedAt = Date.now()
  process.kill(await trainerPid(app), 'SIGKILL')
  await expect(page.getByTestId('trainer-gone')).toBeVisible()
  info.annotations.push({ type: 'told after', description: `${Date.now() - killedAt} ms` })
  expect(await updatesSeen(page)).toBeGreaterThan(30)
  await keepScreenshot(page, '08-trainer-gone')
  await page.getByTestId('go-on').click()
  await expect(page.getByTestId('trainer-gone')).toBeHidden()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const expected = referenceRun('torch-rnn-seed1').updates.map((update) => update.loss)
  expect(greatestDifference(await lossesSeen(page), expected)).toBeLessThan(1e-4)
})
