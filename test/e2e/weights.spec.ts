import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import {
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

test('saves, quits, starts again, loads, and predicts the same', async ({ launch, folder }) => {
  const file = join(folder, 'trained.safetensors')
  const first = await launch()
  await trainerReady(first.page)
  await first.page.getByTestId('start-pause').click()
  await expect(first.page.getByTestId('status-phase')).toContainText('Finished')
  await answerSaveDialog(first, file)
  await first.page.getByTestId('save-weights').click()
  await expect(first.page.getByTestId('notice')).toContainText('trained.safetensors')
  await keepScreenshot(first.page, '05-saved')
  await first.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(first.page)).toBe(61)
  const before = await windowSeen(first.page, 61)
  await first.close()

  const second = await launch()
  await trainerReady(second.page)
  await answerOpenDialog(second, file)
  await second.page.getByTestId('load-weights').click()
  await expect(second.page.getByTestId('notice')).toContainText('trained.safetensors')
  await keepScreenshot(second.page, '06-loaded')
  await second.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(second.page)).toBe(1)
  expect(await windowSeen(second.page, 61)).toEqual(before)
})

test('a file that is not weights is refused in a sentence, and the run stays as it was', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(1)
  const file = join(folder, 'holiday.safetensors')
  await writeFile(file, 'these are not the weights you are looking for')
  await answerOpenDialog(app, file)
  await page.getByTestId('load-weights').click()
  await expect(page.getByTestId('notice')).toContainText('holiday.safetensors')
  await expect(page.getByTestId('notice')).toHaveAttribute('data-kind', 'error')
  await keepScreenshot(page, '07-refused-file')
  expect(await updatesSeen(page)).toBe(1)
  await page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(page)).toBe(2)
})

test('a failed save leaves the old file whole', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  const target = join(folder, 'a-folder.safetensors')
  await mkdir(target)
  await answerSaveDialog(app, target)
  await page.getByTestId('save-weights').click()
  await expect(page.getByTestId('notice')).toContainText('a-folder.safetensors')
  expect(await readdir(target)).toEqual([])
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a dropped file and a file named at the start are loaded', async ({ launch, folder }) => {
  const file = join(folder, 'untrained.safetensors')
  const first = await launch()
  await trainerReady(first.page)
  await answerSaveDialog(first, file)
  await first.page.getByTestId('save-weights').click()
  await expect(first.page.getByTestId('notice')).toContainText('untrained.safetensors')
  await first.page.getByTestId('one-update').click()
  await expect.poll(() => updatesSeen(first.page)).toBe(1)
  const losses = await lossesSeen(first.page)
  await first.close()

  const copy = join(folder, 'copy of it é.safetensors')
  await copyFile(file, copy)
  const second = await launch(copy)
  await trainerReady(second.page)
  await expect(second.page.getByText('copy of it é.safetensors').first()).toBeVisible()
  await second.page.getByTestId('one-update').click()
  await expect.poll(() => lossesSeen(second.page)).toEqual(losses)

  await dropFiles(second.page, [file])
  await expect(second.page.getByTestId('notice')).toContainText('untrained.safetensors')
  await expect.poll(() => updatesSeen(second.page)).toBe(0)
})
