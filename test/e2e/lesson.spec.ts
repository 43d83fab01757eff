import { expect } from '@playwright/test'
import {
  type App,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

const reference = referenceRun('torch-rnn-seed1')

async function expectTheReference({ page }: App, updates: number) {
  const losses = await lossesSeen(page)
  expect(
    greatestDifference(
      losses,
      reference.updates.slice(0, updates).map((u) => u.loss),
    ),
  ).toBeLessThan(1e-4)
  for (let update = 1; update <= updates; update += 1) {
    const seen = await windowSeen(page, update)
    const expected = reference.updates[update - 1]
    if (!expected) throw new Error(`the reference has no update ${update}`)
    // The axis is exact; the programs have its times as float32, and the curve belongs to those.
    const times = seen.times.map(Math.fround)
    expect([times[0], times.at(-1)]).toEqual([expected.from, expected.to])
    expect(greatestDifference(seen.predictions, expected.prediction)).toBeLessThan(1e-4)
    expect(greatestDifference(seen.targets, times.map(Math.cos))).toBeLessThan(1e-6)
    expect(greatestDifference(seen.inputs, times.map(Math.sin))).toBeLessThan(1e-6)
  }
}

test('shows the data and the model before the first update', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByTestId('data-picture')).toBeVisible()
  await trainerReady(page)
  await expect(page.getByTestId('model-summary')).toContainText('RNN(1 → 32) → Linear(32 → 1)')
  await expect(page.getByText('1,153 parameters')).toBeVisible()
  await expect(page.getByText('rnn.weight_hh_l0')).toBeVisible()
  await expect(page.getByText(/TensorFlow \d+\.\d+\.\d+/)).toBeVisible()
  await keepScreenshot(page, '01-before-training')
})

test('trains the lesson to the numbers of PyTorch', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(10)
  await keepScreenshot(page, '02-training')
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await expect(page.getByTestId('status-updates')).toContainText('60')
  await expectTheReference(app, 60)
  await keepScreenshot(page, '03-finished')
})

test('pauses, makes one update at a time, and goes on to the same numbers', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(2)
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Paused')
  const paused = await updatesSeen(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(paused + 1)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(paused + 2)
  await expect(page.getByTestId('status-phase')).toContainText('Paused')
  await keepScreenshot(page, '04-paused')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await expectTheReference(app, 60)
})

test('resets to the same initial weights, and a new seed makes others', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  const first = await lossesSeen(page)
  await page.getByTestId('reset').click()
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await page.getByTestId('one-update').click()
  await expect.poll(() => lossesSeen(page)).toEqual(first)
  await page.getByTestId('new-seed').click()
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  expect(await lossesSeen(page)).not.toEqual(first)
})

test('a learning rate changed while it trains counts from then on, without a reset', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('10')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(5)
  await page.getByTestId('learning-rate').fill('0.000001')
  await page.getByTestId('learning-rate').press('Enter')
  const changedBy = (await updatesSeen(page)) + 2
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(60)
  const expected = reference.updates.map((update) => update.loss)
  // What was learned before the change stands, number by number...
  expect(greatestDifference(losses.slice(0, 5), expected.slice(0, 5))).toBeLessThan(1e-4)
  // ... and afterwards as good as nothing is learned any more: odd windows repeat themselves, and even ones.
  const late = losses.slice(changedBy + 4)
  expect(late.length).toBeGreaterThan(10)
  for (let i = 2; i < late.length; i += 1)
    expect(Math.abs((late[i] ?? 0) - (late[i - 2] ?? 1))).toBeLessThan(0.02)
  expect(greatestDifference(losses.slice(-1), expected.slice(-1))).toBeGreaterThan(1e-3)
})
