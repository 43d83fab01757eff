import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import Papa from 'papaparse'
import { answerSaveDialog, lossesSeen, test, trainerReady, windowSeen } from '../helpers/app'
import { axeFaults } from '../helpers/axe'

/** The rows of a table, by the names of its columns. */
const rowsOf = (csv: string) => Papa.parse<Record<string, string>>(csv.trim(), { header: true }).data
/** The number behind a sign of its own, as the page writes it. */
const signed = (words: string | undefined) => Number(words?.replace('−', '-'))

test('two kept runs lie over the present one, are compared with the pinned one and copied as CSV', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page, electron } = app
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  const losses: number[][] = []
  const said: number[][] = []
  for (const seed of [1, 2, 3]) {
    if (seed > 1) await page.getByTestId('new-seed').click()
    await expect(page.getByTestId('status-updates')).toHaveText('0 / 60')
    await page.getByTestId('seed').fill(`${seed}`)
    await page.getByTestId('seed').press('Enter')
    await expect(page.getByTestId('status-origin')).toContainText(`seed ${seed}`)
    await page.getByTestId('start-pause').click()
    await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
    await expect.poll(() => lossesSeen(page)).toHaveLength(60)
    losses.push(await lossesSeen(page))
    said.push((await windowSeen(page, 60)).predictions)
  }
  const lossOf = (seed: number, update: number) => losses[seed - 1]?.[update - 1] ?? Number.NaN

  // The present run first, then the newest.
  await page.getByTestId('tab-runs').click()
  const rows = page.getByTestId('run-row')
  await expect(rows).toHaveCount(3)
  const ids = await rows.evaluateAll((all) => all.map((row) => row.dataset.run ?? ''))
  for (const row of [2, 1]) await rows.nth(row).getByTestId('overlay-run').check()
  await rows.nth(2).getByTestId('pin-run').click()

  await page.getByTestId('tab-learning').click()
  const entries = page.getByTestId('overlay-entry')
  await expect(entries).toHaveCount(2)
  await expect(entries.nth(0)).toContainText('PyTorch (seed 1), update 60: ')
  await expect(entries.nth(1)).toContainText('PyTorch (seed 2), update 60: ')
  const by = /Δ ([^)]+)/.exec((await entries.nth(1).textContent()) ?? '')?.[1]
  const difference = lossOf(2, 60) - lossOf(1, 60)
  expect(Math.abs(signed(by) - difference)).toBeLessThan(0.006 * Math.abs(difference))
  await expect(page.getByTestId('overlaid-window')).toHaveText([
    'PyTorch (seed 1), update 60',
    'PyTorch (seed 2), update 60',
  ])
  expect(await axeFaults(page)).toEqual([])

  const saved = async (chart: string) => {
    const path = join(folder, `${chart}.csv`)
    await answerSaveDialog(app, path)
    await page.locator(`.card.${chart}`).getByTestId('view-menu').click()
    await page.getByTestId('save-view-csv').click()
    await expect(page.getByTestId('notice')).toContainText('Saved')
    await page.getByTestId('dismiss-notice').click()
    return rowsOf(await readFile(path, 'utf8'))
  }
  const ofLosses = await saved('loss')
  const column = (name: string) => ofLosses.map((row) => Math.fround(Number(row[name])))
  expect(column('loss')).toEqual(losses[2])
  expect(column(`loss (${ids[2]})`)).toEqual(losses[0])
  expect(column(`loss (${ids[1]})`)).toEqual(losses[1])
  const ofWindows = await saved('prediction')
  for (const [seed, id] of [
    [1, ids[2]],
    [2, ids[1]],
  ] as const) {
    const window = ofWindows.filter(({ run }) => run === id)
    expect(window.map(({ update }) => update)).toEqual(window.map(() => '60'))
    expect(window.map(({ prediction }) => Math.fround(Number(prediction)))).toEqual(said[seed - 1])
  }

  await page.getByTestId('tab-runs').click()
  await page.getByTestId('copy-runs').click()
  await page.getByTestId('copy-runs-csv').click()
  await expect(page.getByTestId('notice')).toContainText('The table is copied, with 3 rows')
  const copied = rowsOf(await electron.evaluate(({ clipboard }) => clipboard.readText()))
  const compared = copied.map((row) => Number(row['Loss, compared'] || Number.NaN))
  expect(compared[0]).toBeCloseTo(lossOf(3, 60) - lossOf(1, 60), 6)
  expect(compared[1]).toBeCloseTo(difference, 6)
  expect(compared[2]).toBeNaN()
})
