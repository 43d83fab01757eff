import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type App, answerSaveDialog, lossesSeen, test, trainerReady, updatesSeen } from '../helpers/app'

/** Chooses an item of the menu by its id. */
async function choose(app: App, id: string) {
  const chosen = await app.electron.evaluate(({ Menu }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId)
    if (!item?.enabled) return false
    item.click()
    return true
  }, id)
  expect(chosen, `the menu item ${id} is there and enabled`).toBe(true)
}

test('the menu does what the buttons do, and recent files open again', async ({ launch, folder }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await choose(app, 'step')
  await expect.poll(() => updatesSeen(page)).toBe(1)
  await answerSaveDialog(app, join(folder, 'after one.safetensors'))
  await choose(app, 'save-weights')
  await expect(page.getByTestId('notice')).toContainText('after one.safetensors')
  await choose(app, 'start-or-pause')
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const losses = await lossesSeen(page)
  await app.electron.evaluate(({ Menu }) => {
    const recent = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[0]
    if (recent?.label !== 'after one.safetensors') throw new Error(`the newest file is ${recent?.label}`)
    recent.click()
  })
  await expect.poll(() => updatesSeen(page)).toBe(0)
  await choose(app, 'step')
  // The window after the one that was saved, from the same weights and the same carried state.
  await expect.poll(() => lossesSeen(page)).toEqual(losses.slice(1, 2))
})

test('the curve can be scrolled back by keys, and follows again when asked to', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await trainerReady(page)
  await page.getByTestId('start-pause').click()
  await expect(page.getByTestId('status-phase')).toContainText('Finished')
  const follow = page.getByRole('button', { name: 'Follow newest' })
  await expect(follow).toBeHidden()
  await page.getByTestId('prediction-chart').focus()
  await page.keyboard.press('Home')
  await expect(follow).toBeVisible()
  await follow.click()
  await expect(follow).toBeHidden()
  await choose(app, 'show-all')
  await expect(follow).toBeVisible()
  await choose(app, 'follow-newest')
  await expect(follow).toBeHidden()
})
