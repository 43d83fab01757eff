import { expect } from '@playwright/test'
import {
  type App,
  applyPreset,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

/** Chooses a preset and trains it to its end as fast as possible. */
async function trainPreset({ page }: App, preset: string) {
  await applyPreset(page, preset)
  await page.getByTestId('pace').selectOption('max')
  await expect(page.getByTestId('status-phase')).toContainText('Ready')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
}

for (const [preset, reference] of [
  ['pytorch-batched', 'torch-rnn-seed1'],
  ['pytorch-later', 'torch-rnn-head-seed1'],
  ['pytorch-dynamic', 'torch-rnn-dynamic-seed1'],
] as const)
  test(`the preset ${preset} gives the numbers of PyTorch`, async ({ launch }) => {
    const app = await launch()
    const { page } = app
    await trainerReady(page)
    await trainPreset(app, preset)
    const { updates } = referenceRun(reference)
    const losses = await lossesSeen(page)
    expect(
      greatestDifference(
        losses,
        updates.map(({ loss }) => loss),
      ),
    ).toBeLessThan(1e-4)
    for (const update of [1, 7, updates.length]) {
      const seen = await windowSeen(page, update)
      const expected = updates[update - 1]
      expect(seen.times).toHaveLength(expected?.points ?? 0)
      expect(greatestDifference(seen.predictions, expected?.prediction ?? [])).toBeLessThan(1e-4)
    }
    await page.getByTestId('toggle-reference').click()
    await expect(page.getByTestId('reference-difference')).toContainText(/so far: \d(\.\d)?e-[5-9]/)
    await page.getByTestId('toggle-gradient-norm').click()
    await keepScreenshot(page, `15-${preset}`)
  })

test('the presets of TensorFlow learn, and show the running mean of the losses', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await trainPreset(app, 'tensorflow-running-mean')
  const losses = await lossesSeen(page)
  expect(losses).toHaveLength(60)
  const mean = losses.reduce((sum, loss) => sum + loss, 0) / 60
  await expect(page.getByTestId('running-mean')).toContainText(mean.toPrecision(3).slice(0, 4))
  await keepScreenshot(page, '16-tensorflow-running-mean')
  await trainPreset(app, 'tensorflow-carried')
  expect(greatestDifference(await lossesSeen(page), losses)).toBeLessThan(1e-6)
})

test('a changed preset says so, makes an LSTM of two layers, and can be put back', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await expect(page.getByTestId('preset-modified')).toBeHidden()
  await page.getByTestId('cell').selectOption('lstm')
  await expect(page.getByTestId('model-summary')).toContainText('LSTM(1 → 32)')
  await page.getByTestId('layers').fill('2')
  await page.getByTestId('layers').press('Enter')
  await expect(page.getByTestId('model-summary')).toContainText('LSTM(1 → 32, num_layers=2) → Linear(32 → 1)')
  await expect(page.getByTestId('preset-modified')).toBeVisible()
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await keepScreenshot(page, '17-lstm-two-layers')
  await page.getByTestId('back-to-lesson').click()
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('preset-modified')).toBeHidden()
  await expect(page.getByTestId('model-summary')).toContainText('RNN(1 → 32) → Linear(32 → 1)')
})

test('no key in the list of presets touches a run that trains, and Escape goes back', async ({ launch }) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(3)
  const list = page.getByTestId('preset')
  await list.focus()
  for (const key of ['ArrowDown', 'End', 'ArrowUp', 'Home', 'PageDown', 't']) await page.keyboard.press(key)
  await list.hover()
  await page.mouse.wheel(0, 300)
  await expect(page.getByTestId('preset-apply')).toBeVisible()
  await keepScreenshot(page, '18-preset-looked-at')
  await page.keyboard.press('Escape')
  await expect(list).toHaveValue('pytorch')
  // With the list open the system's own popup hears the keys, and a choice in it only looks as well.
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(list).toHaveValue('pytorch')
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  expect(await lossesSeen(page)).toHaveLength(60)
})

test('Start pressed at once after Apply trains the run that comes, not the one that goes', async ({
  launch,
}) => {
  const { page } = await launch()
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('preset').selectOption('sunspots')
  // In one task of the page: nothing of the new run can have been heard between the two.
  await page.evaluate(() => {
    for (const id of ['preset-apply', 'start-pause'])
      document.querySelector<HTMLButtonElement>(`[data-testid="${id}"]`)?.click()
  })
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  await expect(page.getByTestId('preset')).toHaveValue('sunspots')
})
