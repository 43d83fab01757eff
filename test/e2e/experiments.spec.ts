import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { answerSaveDialog, lossesSeen, test, trainerPid, trainerReady } from '../helpers/app'
import { axeFaults } from '../helpers/axe'

async function trainTheLesson(page: Page) {
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
}

async function openExperiments(page: Page) {
  await page.getByTestId('tab-runs').click()
  await page.getByTestId('runs-view-experiments').check({ force: true })
}

/** What each seed came to, as it is saved: by seed. */
async function savedLosses(page: Page, path: string): Promise<ReadonlyMap<number, number>> {
  await page.getByTestId('seeds-results').getByTestId('view-menu').click()
  await page.getByTestId('save-view-csv').click()
  await expect(page.getByTestId('notice')).toContainText('Saved')
  await page.getByTestId('dismiss-notice').click()
  const [, ...rows] = (await readFile(path, 'utf8')).trim().split('\r\n')
  return new Map(rows.map((row) => row.split(',').map(Number) as [number, number]))
}

test('twenty seeds of the lesson, of which any opens at any update as it was', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainTheLesson(page)
  await openExperiments(page)
  await expect(page.getByTestId('experiment-estimate')).toContainText('Measured on one run')
  await page.getByTestId('start-experiment').click()
  await expect(page.getByTestId('experiment-progress')).toContainText('Finished: 20 runs')
  await expect(page.getByTestId('seeds-loss-summary')).toContainText('n = 20. At update 60')
  await expect(page.getByTestId('seeds-present')).toContainText('of 20 seeds')
  await expect(page.getByTestId('seeds-plot').locator('.plot-band path')).toHaveCount(2)
  const hairs = await page.getByTestId('seeds-plot').locator('.plot-hairs').getAttribute('d')
  expect(hairs?.match(/M/g)).toHaveLength(20)
  expect(await axeFaults(page)).toEqual([])

  const path = join(folder, 'results.csv')
  await answerSaveDialog(app, path)
  const losses = await savedLosses(page, path)
  expect(losses.size).toBe(20)

  const plot = page.getByTestId('seeds-plot')
  await plot.focus()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  const seed = Number(/Seed (\d+)/.exec((await page.getByTestId('seeds-reading').textContent()) ?? '')?.[1])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('notice')).toContainText(`Seed ${seed} of the experiment`)
  await expect(page.getByTestId('set-aside')).toBeVisible()
  await expect.poll(async () => (await lossesSeen(page)).length).toBe(60)
  const whole = await lossesSeen(page)
  expect(Math.fround(losses.get(seed) ?? Number.NaN)).toBe(whole.at(-1))

  // The same one, as it stood after update 31.
  await openExperiments(page)
  await plot.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByTestId('seeds-reading')).toContainText(`Seed ${seed}:`)
  for (let update = 60; update > 31; update -= 1) await page.keyboard.press('ArrowLeft')
  await page.getByTestId('open-hair').click()
  await expect(page.getByTestId('status-updates')).toHaveText('31 / 60')
  await expect.poll(async () => (await lossesSeen(page)).length).toBe(31)
  expect(await lossesSeen(page)).toEqual(whole.slice(0, 31))
})

test('an experiment is stopped, resumed, deleted and had back', async ({ launch }) => {
  const { page } = await launch()
  await trainTheLesson(page)
  await openExperiments(page)
  await page.getByTestId('experiment-seeds').fill('200')
  await page.getByTestId('start-experiment').click()
  const progress = page.getByTestId('experiment-progress')
  await expect(page.getByTestId('seeds-plot')).toBeVisible()
  await page.getByTestId('stop-experiment').click()
  await expect(progress).toContainText('Stopped')
  const made = Number(/(\d+) of/.exec((await progress.textContent()) ?? '')?.[1])
  expect(made).toBeGreaterThan(0)
  expect(made).toBeLessThan(200)
  await expect(page.getByTestId('seeds-loss-summary')).toContainText(`n = ${made}.`)
  await page.getByTestId('resume-experiment').click()
  await expect(progress).not.toContainText('Stopped')
  await page.getByTestId('delete-experiment').click()
  await expect(page.getByTestId('experiment')).toHaveCount(0)
  await page.getByTestId('undo-delete-experiment').click()
  await expect(progress).toContainText('Stopped')
})

test('a trainer that is killed costs an experiment nothing', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainTheLesson(page)
  await openExperiments(page)
  await page.getByTestId('experiment-seeds').fill('200')
  await page.getByTestId('start-experiment').click()
  await expect(page.getByTestId('seeds-plot')).toBeVisible()
  process.kill(await trainerPid(app), 'SIGKILL')
  await expect(page.getByTestId('trainer-gone')).toBeVisible()
  await expect(page.getByTestId('experiment-progress')).toContainText('Finished: 200 runs')
  await expect(page.getByTestId('seeds-loss-summary')).toContainText('n = 200. At update 60')
})

test('a sweep of two settings is a map, whose runs can be opened', async ({ launch }) => {
  const { page } = await launch()
  await trainTheLesson(page)
  await openExperiments(page)
  await page.getByTestId('experiment-kind-sweep').check({ force: true })
  await page.getByTestId('sweep-count-0').fill('3')
  await page.getByTestId('sweep-other-setting').selectOption('hiddenUnits')
  await page.getByTestId('sweep-count-1').fill('2')
  await page.getByTestId('experiment-seeds').fill('2')
  await page.getByTestId('start-experiment').click()
  await expect(page.getByTestId('experiment-progress')).toContainText('Finished: 12 runs')
  await expect(page.getByTestId('sweep-loss-summary')).toContainText('Lowest median so far')
  await expect(page.getByTestId('claim')).toContainText('n < 10: no claim')
  await page.getByTestId('sweep-plot').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('cell-runs').locator('tbody tr')).toHaveCount(2)
  expect(await axeFaults(page)).toEqual([])
  await page.getByTestId('open-cell-run').first().click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
})
