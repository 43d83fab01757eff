import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { dropFiles, test, trainerPid, trainerReady, updatesSeen } from '../helpers/app'
import { endlessKerasFile } from '../helpers/endless-file'

const fixtures = resolve(import.meta.dirname, '../fixtures/weights')

test('while a file is read the run trains on, and Cancel ends the reading alone', async ({
  launch,
  folder,
}) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  const file = join(folder, 'endless.weights.h5')
  await writeFile(file, endlessKerasFile())
  await page.getByTestId('updates').fill('100000')
  await page.getByTestId('start-pause').click()
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(0)
  const pid = await trainerPid(app)
  const origin = await page.getByTestId('status-origin').textContent()

  await dropFiles(page, [file])
  await expect(page.getByTestId('loading')).toContainText('Loading endless.weights.h5…')
  const before = await updatesSeen(page)
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(before + 10)
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Paused')
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('loading')).toBeVisible()

  await page.getByTestId('cancel-load').click()
  await expect(page.getByTestId('loading')).toBeHidden()
  const after = await updatesSeen(page)
  await expect.poll(() => updatesSeen(page)).toBeGreaterThan(after)
  await expect(page.getByTestId('notice')).toBeHidden()
  expect(await page.getByTestId('status-origin').textContent()).toBe(origin)
  expect(await trainerPid(app)).toBe(pid)

  // A newer load takes the place of the one before, and is no worse for it.
  await dropFiles(page, [file])
  await expect(page.getByTestId('loading')).toBeVisible()
  await dropFiles(page, [join(fixtures, 'keras-gru.weights.h5')])
  await expect(page.getByTestId('notice')).toContainText('Loaded keras-gru.weights.h5')
  await expect(page.getByTestId('loading')).toBeHidden()
  await expect(page.getByTestId('status-origin')).toContainText('keras-gru.weights.h5')
  expect(await trainerPid(app)).toBe(pid)

  // The app ends at once, whatever is being read.
  await dropFiles(page, [file])
  await expect(page.getByTestId('loading')).toBeVisible()
  await app.close()
})
