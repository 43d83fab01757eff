import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  answerSaveDialog,
  applyPreset,
  dropFiles,
  keepScreenshot,
  killApp,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'
import { greatestDifference, referenceRun } from '../helpers/reference'

const reference = referenceRun('torch-rnn-seed1').updates
const expected = (from: number, to: number) => reference.slice(from, to).map(({ loss }) => loss)

/** Starts the lesson at ten updates a second, until there are more than so many. */
async function trainPast(page: Page, updates: number) {
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('10')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(updates)
}

/** Where the run stands, by the progress that the status bar tells. */
async function standsAt(page: Page): Promise<number> {
  // Figures are drawn a frame after words.
  await expect(page.getByTestId('status-updates')).not.toHaveText(/^0 /)
  const text = await page.getByTestId('status-updates').innerText()
  return Number(text.split('/')[0]?.replaceAll(',', ''))
}

/** The curves are whole: every loss and some windows are the recorded run's. */
async function holdCurves(page: Page, updates: number) {
  await expect.poll(() => updatesSeen(page)).toBe(updates)
  expect(greatestDifference(await lossesSeen(page), expected(0, updates))).toBeLessThan(1e-4)
  for (const update of [1, updates]) {
    const { predictions } = await windowSeen(page, update)
    expect(greatestDifference(predictions, reference[update - 1]?.prediction ?? [])).toBeLessThan(1e-4)
  }
}

async function goOnToTheEnd(page: Page) {
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await holdCurves(page, 60)
}

/** Saves fresh weights of another seed, from an app that is closed again. */
async function otherWeights(app: App, path: string) {
  await answerSaveDialog(app, path)
  await app.page.getByTestId('save-weights').click()
  await expect(app.page.getByTestId('notice')).toContainText('Saved')
}

type Way = { readonly way: string; readonly replace: (app: App, file: string) => Promise<unknown> }

const WAYS: readonly Way[] = [
  { way: 'Reset', replace: ({ page }) => page.getByTestId('reset').click() },
  { way: 'New seed', replace: ({ page }) => page.getByTestId('new-seed').click() },
  { way: 'a preset', replace: ({ page }) => applyPreset(page, 'pytorch-later') },
  {
    way: 'Load',
    replace: async ({ electron, page }, file) => {
      await electron.evaluate(({ dialog }, path) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] })
      }, file)
      await page.getByTestId('load-weights').click()
    },
  },
  { way: 'a dropped file', replace: ({ page }, file) => dropFiles(page, [file]) },
  {
    way: 'a recent file',
    replace: ({ electron }) =>
      electron.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[0]?.click(),
      ),
  },
  {
    way: 'a file that a second start hands over',
    replace: ({ electron }, file) =>
      electron.evaluate(({ app }, path) => app.emit('second-instance', {}, [], '/', { file: path }), file),
  },
]

test('whatever takes the place of a run that trains, Undo brings it back with its curves', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'other.safetensors')
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await otherWeights(app, file)
  for (const { way, replace } of WAYS) {
    await test.step(way, async () => {
      await page.getByTestId('reset').click()
      await expect(page.getByTestId('status-updates')).toHaveText('0 / 60')
      await trainPast(page, 8)
      await replace(app, file)
      const undo = page.getByTestId('set-aside')
      await expect(undo).toContainText(/Run set aside \(RNN\(1 → 32\) → Linear\(32 → 1\), \d+ updates\)/)
      await expect(page.getByTestId('status-phase')).toContainText('Ready')
      if (way === 'a preset') await keepScreenshot(page, '20-run-set-aside')
      await page.getByTestId('undo-set-aside').click()
      await expect(page.getByTestId('status-phase')).toContainText('Paused')
      const at = await standsAt(page)
      expect(at).toBeGreaterThan(8)
      await holdCurves(page, at)
      await goOnToTheEnd(page)
    })
  }
})

test('a finished run is there at the next start, with its curves; so is what was chosen', async ({
  launch,
}) => {
  const first = await launch()
  await trainerReady(first.page)
  await first.page.getByTestId('pace').selectOption('max')
  await first.page.getByTestId('start-pause').click()
  await expect(first.page.getByTestId('status-updates')).toHaveText('60 / 60')
  await first.page.getByTestId('toggle-log-loss').click()
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('status-phase')).toContainText('Finished')
  await holdCurves(second.page, 60)
  await expect(second.page.getByTestId('notice')).toContainText('is back, finished at update 60')
  await expect(second.page.getByTestId('pace')).toHaveValue('max')
  await expect(second.page.getByTestId('toggle-log-loss')).toBeChecked()
  await keepScreenshot(second.page, '21-finished-run-is-back')
  // It goes on as one that was never left.
  await second.page.getByTestId('start-pause').click()
  await expect(second.page.getByTestId('status-updates')).toHaveText('120 / 120')
  expect(await updatesSeen(second.page)).toBe(120)
})

test('settings of a run that has made no update are there at the next start', async ({ launch }) => {
  const first = await launch()
  await trainerReady(first.page)
  await first.page.getByTestId('hidden-units').fill('16')
  await first.page.getByTestId('hidden-units').press('Enter')
  await expect(first.page.getByTestId('model-summary')).toContainText('RNN(1 → 16)')
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('model-summary')).toContainText('RNN(1 → 16)')
  await expect(second.page.getByTestId('status-phase')).toContainText('Ready')
  await expect(second.page.getByTestId('runs')).toBeHidden()
})

test('an app killed in mid-run has the run and its curves at the next start, to the same numbers', async ({
  launch,
}) => {
  const first = await launch()
  await trainPast(first.page, 35)
  await killApp(first)
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('status-phase')).toContainText('Paused')
  const at = await standsAt(second.page)
  // A checkpoint a second, one in two of them written.
  expect(at).toBeGreaterThan(5)
  await holdCurves(second.page, at)
  await expect(second.page.getByTestId('notice')).toContainText(`is back, paused at update ${at} of 60`)
  await goOnToTheEnd(second.page)
})

test('an app that is quit in mid-run keeps its very last update', async ({ launch }) => {
  const first = await launch()
  await trainPast(first.page, 20)
  const seen = await updatesSeen(first.page)
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  const at = await standsAt(second.page)
  expect(at).toBeGreaterThanOrEqual(seen)
  await holdCurves(second.page, at)
  await goOnToTheEnd(second.page)
})

test('runs that were left are listed over a restart; one is opened, one is deleted', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  const { page } = first
  await trainerReady(page)
  await expect(page.getByTestId('runs')).toBeHidden()
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-updates')).toHaveText('60 / 60')
  await applyPreset(page, 'pytorch-later')
  await page.getByTestId('one-update').click()
  await expect(page.getByTestId('status-updates')).toHaveText('1 / 100')
  await page.getByTestId('reset').click()
  await expect(page.getByTestId('runs')).toHaveText('Runs (2)')
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await second.page.getByTestId('runs').click()
  const rows = second.page.getByTestId('listed-run')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(0)).toContainText(/paused at update 1 of 100, loss [\d.]+ · just now/)
  await expect(rows.nth(0)).toContainText('PyTorch, later script')
  await expect(rows.nth(1)).toContainText('finished at update 60, loss')
  await keepScreenshot(second.page, '22-runs')
  // Everything can be reached by keys; Escape closes.
  await second.page.keyboard.press('Escape')
  await expect(rows).toHaveCount(0)
  await second.page.keyboard.press('Enter')
  await rows.nth(0).getByTestId('delete-run').click()
  await expect(rows.nth(0)).toContainText('Will be deleted')
  await rows.nth(0).getByTestId('delete-run').click()
  await expect(rows.nth(0)).toContainText('PyTorch, later script')
  await rows.nth(0).getByTestId('delete-run').click()
  await rows.nth(1).getByTestId('open-run').click()
  await expect(second.page.getByTestId('status-phase')).toContainText('Finished')
  await holdCurves(second.page, 60)
  // What was deleted can be had back, and is on the disk until nobody can any more.
  const onDisk = async () =>
    (await readdir(join(folder, 'data/runs'))).filter((name) => /^[\da-f-]{36}$/.test(name))
  await expect(second.page.getByTestId('runs')).toHaveText('Runs (1)')
  expect(await onDisk()).toHaveLength(2)
  await second.page.getByTestId('undo-delete').click()
  await expect(second.page.getByTestId('runs')).toHaveText('Runs (2)')
  await second.page.getByTestId('runs').click()
  // The present one comes first.
  await expect(rows.nth(0)).toContainText('Present run')
  await rows.nth(1).getByTestId('delete-run').click()
  await second.page.getByTestId('runs-done').click()
  await second.page.getByTestId('dismiss-deleted').click()
  await expect.poll(onDisk).toHaveLength(1)
})

test('a run is named and copied; the copy has its curves, and goes on to the same numbers', async ({
  launch,
}) => {
  const first = await launch()
  const { page } = first
  await trainPast(page, 12)
  await page.getByTestId('start-pause').click()
  const at = await standsAt(page)
  await page.getByTestId('runs').click()
  await page.getByTestId('rename-run').click()
  await page.getByTestId('run-name').fill('First try')
  await page.getByTestId('run-name').press('Enter')
  const rows = page.getByTestId('listed-run')
  await expect(rows.nth(0).getByTestId('run-title')).toHaveText('First try')
  await page.getByTestId('duplicate-run').click()
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Copy of First try')
  await expect(rows.nth(1)).toContainText(`paused at update ${at} of 60`)
  await page.getByTestId('runs-done').click()
  await expect(page).toHaveTitle('First try – Unroll')
  await expect(page.getByTestId('status-origin')).toContainText('First try · Weights from seed 1')
  // It goes on, and nothing of the copy with it.
  await goOnToTheEnd(page)
  await first.close()
  const second = await launch()
  await trainerReady(second.page)
  await second.page.getByTestId('runs').click()
  const again = second.page.getByTestId('listed-run')
  await expect(again.nth(0)).toContainText('First try')
  await again.nth(1).getByTestId('open-run').click()
  await expect(second.page.getByTestId('status-phase')).toContainText('Paused')
  await expect(second.page).toHaveTitle('Copy of First try – Unroll')
  await holdCurves(second.page, at)
  await goOnToTheEnd(second.page)
})

test('runs that take more than they may are asked about, and none goes before a press', async ({
  launch,
  folder,
}) => {
  const first = await launch()
  for (const seed of [1, 2, 3]) {
    await trainerReady(first.page)
    await first.page.getByTestId('seed').fill(`${seed}`)
    await first.page.getByTestId('seed').press('Enter')
    await expect(first.page.getByTestId('status-origin')).toContainText(`seed ${seed}`)
    await first.page.getByTestId('one-update').click()
    await expect(first.page.getByTestId('status-updates')).toHaveText('1 / 60')
    await first.page.getByTestId('new-seed').click()
    await expect(first.page.getByTestId('status-updates')).toHaveText('0 / 60')
  }
  await expect(first.page.getByTestId('runs')).toHaveText('Runs (3)')
  await first.close()
  const runs = join(folder, 'data/runs')
  // A file of holes: as long as it says, and nothing on the disk.
  for (const place of await readdir(runs)) await truncate(join(runs, place, 'updates.record'), 50_000_000)
  const second = await launch()
  const { page } = second
  await trainerReady(page)
  await expect(page.getByTestId('over-budget')).toBeHidden()
  await page.getByTestId('runs').click()
  await page.getByTestId('run-budget').fill('0.1')
  await page.getByTestId('run-budget').press('Enter')
  await expect(page.getByTestId('runs-question')).toContainText('Runs take 150.1 MB of 100 MB.')
  // Three times a little more than 50 MB: one less is still too much.
  const ticks = () =>
    page.getByTestId('tick-run').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))
  await expect.poll(ticks).toEqual([false, true, true])
  await keepScreenshot(page, '23-runs-over-budget')
  await page.getByTestId('runs-done').click()
  await expect(page.getByTestId('over-budget')).toContainText(
    'Runs take 150.1 MB of 100 MB: choose what may go.',
  )
  expect(await readdir(runs)).toHaveLength(3)
  await second.close()
  // The budget is kept, and nothing has gone meanwhile.
  const third = await launch()
  await trainerReady(third.page)
  await third.page.getByTestId('choose-runs').click()
  await third.page.getByTestId('delete-ticked').click()
  await third.page.getByTestId('runs-done').click()
  await expect(third.page.getByTestId('over-budget')).toBeHidden()
  await expect(third.page.getByTestId('deleted-runs')).toContainText('2 runs deleted.')
  expect(await readdir(runs)).toHaveLength(3)
  await third.close()
  expect(await readdir(runs)).toHaveLength(1)
})

test('a damaged run is told and set aside, and never stands in the way again', async ({ launch, folder }) => {
  const first = await launch()
  await trainPast(first.page, 5)
  await first.close()
  const runs = join(folder, 'data/runs')
  const [place = ''] = await readdir(runs)
  const { present } = JSON.parse(await readFile(join(runs, place, 'run.json'), 'utf8'))
  const file = join(runs, place, present.file)
  const bytes = await readFile(file)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  await writeFile(file, bytes)
  const second = await launch()
  await trainerReady(second.page)
  await expect(second.page.getByTestId('notice')).toContainText(
    'This run cannot be opened. Its file on disk is damaged. Its files have been set aside.',
  )
  await expect(second.page.getByTestId('status-phase')).toContainText('Ready')
  expect(await readdir(runs)).toEqual([`damaged-${place}`])
  await second.page.getByTestId('one-update').click()
  await expect.poll(() => lossesSeen(second.page)).toHaveLength(1)
})
