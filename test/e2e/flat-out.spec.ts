import { constants, getPriority } from 'node:os'
import { expect } from '@playwright/test'
import {
  keepScreenshot,
  lossesSeen,
  test,
  trainerPid,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

type Seen = 'frames' | 'longest' | 'batches' | 'draws'

test('the page comes before the training where both want the processor', async ({ launch }) => {
  const app = await launch()
  await trainerReady(app.page)
  expect(getPriority(await trainerPid(app))).toBe(constants.priority.PRIORITY_BELOW_NORMAL)
})

test('training flat out loses no update, and the page goes on drawing', async ({ launch }, info) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('updates').fill('10000')
  await page.getByTestId('updates').press('Enter')
  // Counts the frames that the page gets, and the longest time between two, while it is flooded.
  await page.evaluate(() => {
    const seen = { frames: 0, longest: 0, batches: 0, draws: 0 }
    window.unroll.on.updates(() => {
      seen.batches += 1
    })
    const figure = document.querySelector('[data-testid=status-updates]')
    if (figure)
      new MutationObserver(() => {
        seen.draws += 1
      }).observe(figure, { childList: true, characterData: true, subtree: true })
    let last = performance.now()
    const frame = (now: number) => {
      seen.frames += 1
      seen.longest = Math.max(seen.longest, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(window, { framesSeen: seen })
  })
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(1000)
  await keepScreenshot(page, '13-flat-out')
  await expect(page.getByTestId('status-phase')).toContainText('Finished', { timeout: 60_000 })
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(10_000)
  expect(losses.every(Number.isFinite)).toBe(true)
  const expected = referenceRun('torch-rnn-seed1').updates.map((update) => update.loss)
  expect(greatestDifference(losses.slice(0, 60), expected)).toBeLessThan(1e-4)
  const last = await windowSeen(page, 10_000)
  expect(last.times.at(-1)).toBeCloseTo(10_000 * Math.PI, 2)
  const { frames, longest, batches, draws } = await page.evaluate(
    () => (window as unknown as { framesSeen: Record<Seen, number> }).framesSeen,
  )
  // However slow the machine: where updates come in, they are seen, mostly no more than a few batches at a time.
  expect(draws).toBeGreaterThan(batches / 10)
  expect(frames).toBeGreaterThanOrEqual(draws)
  info.annotations.push({
    type: 'frames',
    description: `${frames}, ${draws} with news of ${batches} batches, longest wait ${longest.toFixed(0)} ms`,
  })
  await page.getByRole('button', { name: 'Show all' }).click()
  await keepScreenshot(page, '14-ten-thousand-updates')
})

test('the eager engine, chosen in the status bar, gives the same numbers', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('engine').selectOption('eager')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const eager = await lossesSeen(page)
  await page.getByTestId('reset').click()
  await page.getByTestId('engine').selectOption('compiled')
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  expect(greatestDifference(await lossesSeen(page), eager)).toBeLessThan(1e-5)
})
