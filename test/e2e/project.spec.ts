import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import {
  type App,
  answerOpenDialog,
  answerSaveDialog,
  dropFiles,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
  windowSeen,
} from '../helpers/app'

const choose = (app: App, item: string) =>
  app.electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), item)

const titleOf = (app: App) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())

async function train(page: Page) {
  await trainerReady(page)
  await page.getByTestId('pace').selectOption('max')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
}

async function saveProject(app: App, path: string) {
  await answerSaveDialog(app, path)
  await choose(app, 'save-project')
  await expect(app.page.getByTestId('notice')).toContainText('Saved')
}

test('a run is saved as a project, and is there again with its curves, proven, after a restart', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'lesson.unroll')
  const first = await launch()
  await train(first.page)
  expect(await titleOf(first)).toBe('Unroll')
  await choose(first, 'project-notes')
  await first.page.getByTestId('notes').fill('What seed 1 learns, 笔记')
  await first.page.keyboard.press('Escape')
  // The ending is put there by whoever asks.
  await saveProject(first, join(folder, 'lesson'))
  await expect.poll(() => titleOf(first)).toBe('lesson.unroll – Unroll')
  const losses = await lossesSeen(first.page)
  const last = await windowSeen(first.page, 60)
  await first.page.getByTestId('new-seed').click()
  await expect.poll(() => titleOf(first)).toBe('Unroll')
  await first.close()

  const second = await launch()
  const { page } = second
  await trainerReady(page)
  await answerOpenDialog(second, file)
  await choose(second, 'open-project')
  await expect(page.getByTestId('proof')).toHaveText(/lesson\.unroll: 60 of 60 updates identical\./)
  await expect(page.getByTestId('proof')).toHaveAttribute('data-kind', 'success')
  await expect.poll(() => lossesSeen(page)).toEqual(losses)
  expect(await windowSeen(page, 60)).toEqual(last)
  expect(await titleOf(second)).toBe('lesson.unroll – Unroll')
  await keepScreenshot(page, 'project-opened')
  await choose(second, 'project-notes')
  await expect(page.getByTestId('notes')).toHaveValue('What seed 1 learns, 笔记')
  await page.keyboard.press('Escape')
  // It goes on, and is saved to the same file by itself, once it rests.
  const before = await readFile(file)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(61)
  await expect.poll(async () => (await readFile(file)).equals(before)).toBe(false)
  await expect.poll(() => titleOf(second)).toBe('lesson.unroll – Unroll')
  await second.close()

  // The run that came from it knows its file tomorrow; a file that the system hands over is opened.
  const third = await launch()
  await trainerReady(third.page)
  await expect.poll(() => updatesSeen(third.page)).toBe(61)
  expect(await titleOf(third)).toBe('lesson.unroll – Unroll')
  await third.close()
  const fourth = await launch(file)
  await trainerReady(fourth.page)
  await expect(fourth.page.getByTestId('proof')).toHaveText(/61 of 61 updates identical/)
  await expect.poll(() => updatesSeen(fourth.page)).toBe(61)
})

test('a dropped project is opened, a second save has what came after, and all of it can be checked', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'run.unroll')
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('updates').fill('3000')
  await page.getByTestId('updates').press('Enter')
  await train(page)
  await saveProject(app, file)
  await choose(app, 'autosave')
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(3001)
  await expect.poll(() => titleOf(app)).toBe('*run.unroll – Unroll')
  const before = await readFile(file)
  await choose(app, 'save-project')
  await expect.poll(() => titleOf(app)).toBe('run.unroll – Unroll')
  expect((await readFile(file)).equals(before)).toBe(false)
  const losses = await lossesSeen(page)
  await page.getByTestId('new-seed').click()
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await dropFiles(page, [file])
  await expect(page.getByTestId('proof')).toHaveText(/identical: the last of \d+ segments\./)
  await expect.poll(() => lossesSeen(page)).toEqual(losses)
  await page.getByTestId('check-all').click()
  await expect(page.getByTestId('proof')).toHaveText(/run\.unroll: 3,001 of 3,001 updates identical\./)
  await expect(page.getByTestId('check-all')).toBeHidden()
  await page.getByTestId('dismiss-proof').click()
  await expect(page.getByTestId('proof')).toBeHidden()
})

test('a file that is no whole project leaves the present run, and one in its place is not replaced unasked', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'run.unroll')
  const app = await launch()
  const { page } = app
  await train(page)
  await saveProject(app, file)
  const whole = await readFile(file)
  const broken = join(folder, 'broken.unroll')
  await writeFile(broken, whole.subarray(0, whole.length - 100))
  await dropFiles(page, [broken])
  await expect(page.getByTestId('notice')).toContainText('"broken.unroll" cannot be opened as a project')
  await expect(page.getByTestId('notice')).toHaveAttribute('data-kind', 'error')
  expect(await updatesSeen(page)).toBe(60)
  expect(await titleOf(app)).toBe('run.unroll – Unroll')
  await page.getByTestId('dismiss-notice').click()
  // Somebody else's file takes the place of ours.
  await rename(broken, file)
  const theirs = await readFile(file)
  await page.getByTestId('one-update').click()
  await expect(page.getByTestId('notice')).toContainText('run.unroll was changed by something else')
  expect((await readFile(file)).equals(theirs)).toBe(true)
})

/** What the loss chart reads at the newest update: the loss of the run, and of the one that it goes on from. */
async function readAtEnd(page: Page): Promise<string> {
  await page.getByTestId('loss-chart').focus()
  await page.keyboard.press('End')
  await expect(page.getByTestId('loss-reading')).toContainText(/^update 60 .* original /)
  return page.getByTestId('loss-reading').innerText()
}

test('a branch is saved with what it is related to, and has its ghost where nothing of that is kept', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'branch.unroll')
  const first = await launch()
  await train(first.page)
  await first.page.getByTestId('rail-update').fill('36')
  await first.page.getByTestId('rail-update').press('Enter')
  await first.page.getByTestId('go-on-from-here').click()
  await expect(first.page.getByTestId('status-phase')).toContainText('Paused')
  await first.page.getByTestId('learning-rate').fill('0.002')
  await first.page.getByTestId('learning-rate').press('Enter')
  await train(first.page)
  const [losses, reading] = [await lossesSeen(first.page), await readAtEnd(first.page)]
  await first.electron.evaluate(({ dialog }) => {
    // With the related runs: the button that comes first.
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
  })
  await saveProject(first, file)
  await first.close()
  await rm(join(folder, 'data', 'runs'), { recursive: true })

  const { page, ...second } = await launch()
  await trainerReady(page)
  await expect(page.getByTestId('runs')).toBeHidden()
  await answerOpenDialog({ page, ...second }, file)
  await choose({ page, ...second }, 'open-project')
  await expect(page.getByTestId('notice')).toHaveText(/With branch\.unroll came 1 related run: see Runs\./)
  await expect(page.getByTestId('proof')).toContainText('branch.unroll: 60 of 60 updates identical.')
  await expect.poll(() => lossesSeen(page)).toEqual(losses)
  await expect(page.getByTestId('toggle-ghost-losses')).toBeChecked()
  expect(await readAtEnd(page)).toBe(reading)
  await keepScreenshot(page, 'project-related-runs')
  await page.getByTestId('check-all').click()
  await expect(page.getByTestId('proof')).toHaveText(/In 1 related run: 60 of 60 updates identical\./)
  await page.getByTestId('runs').click()
  await expect(page.getByTestId('listed-run')).toHaveCount(2)
  await expect(page.getByTestId('listed-run').first()).toContainText('Branch of')
})
