import { sayIn } from '@contract/language/say'
import { expect } from '@playwright/test'
import { keepScreenshot, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

test('shows what three learning rates would lead to, and what it says comes true', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('updates').fill('30')
  await page.getByTestId('updates').press('Enter')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('30 / 30')
  await page.getByTestId('updates').fill('90')
  await page.getByTestId('updates').press('Enter')
  await expect(page.getByTestId('status-updates')).toHaveText('30 / 90')
  await expect(page.getByTestId('futures')).toBeEmpty()
  const before = await lossesSeen(page)

  await page.getByTestId('learning-rate-slider').focus()
  await expect(page.getByTestId('futures')).toHaveText(
    /^Loss after \d+ more updates?.*: × ½ → \S+; × 1 → \S+; × 2 → \S+$/,
  )
  await keepScreenshot(page, '61-futures')
  const words = (await page.getByTestId('futures').textContent()) ?? ''
  const updates = Number(/^Loss after (\d+)/.exec(words)?.[1])
  const foreseen = /× 1 → (\S+);/.exec(words)?.[1]
  expect(updates).toBeGreaterThan(0)
  expect(await lossesSeen(page)).toEqual(before)

  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('futures')).toBeEmpty()
  await expect(page.getByTestId('status-updates')).toHaveText('90 / 90')
  await expect.poll(() => updatesSeen(page)).toBe(90)
  const loss = (await lossesSeen(page))[30 + updates - 1]
  expect(sayIn('en')('figures.loss', { value: loss ?? null })).toBe(foreseen)
})
