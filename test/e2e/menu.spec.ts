import { join } from 'node:path'
import { expect } from '@playwright/test'
import {
  type App,
  answerSaveDialog,
  keepScreenshot,
  lossesSeen,
  test,
  trainerReady,
  updatesSeen,
} from '../helpers/app'

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

test('a dialog keeps the menu off, whichever dialog it is, and a second one of a file does not open', async ({
  launch,
}) => {
  const app = await launch()
  const { page, electron } = app
  await trainerReady(page)
  const enabled = () =>
    electron.evaluate(({ Menu }) => {
      const ids = [
        'load-weights',
        'save-weights',
        'export',
        'start-or-pause',
        'reset',
        'new-seed',
        'toggle-input',
        'show-tour',
      ]
      return ids.filter((id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled)
    })
  await expect.poll(enabled).toHaveLength(8)
  for (const id of ['export', 'show-shortcuts']) {
    await choose(app, id)
    await expect.poll(enabled).toEqual([])
    if (id === 'show-shortcuts') await keepScreenshot(page, 'shortcuts')
    await page.keyboard.press('Escape')
    await expect.poll(enabled).toHaveLength(8)
  }
  await electron.evaluate(({ dialog }) => {
    const held = globalThis as unknown as { opened: number; answer: () => void }
    held.opened = 0
    dialog.showSaveDialog = () => {
      held.opened += 1
      return new Promise((resolve) => {
        held.answer = () => resolve({ canceled: true, filePath: '' })
      })
    }
  })
  // The buttons go another way than the menu.
  for (let press = 0; press < 3; press += 1) await page.getByTestId('save-weights').click()
  await expect.poll(enabled).toEqual([])
  const opened = await electron.evaluate(() => {
    const held = globalThis as unknown as { opened: number; answer: () => void }
    held.answer()
    return held.opened
  })
  expect(opened).toBe(1)
  await expect.poll(enabled).toHaveLength(8)
  await choose(app, 'toggle-input')
  const ticked = () =>
    electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('toggle-input')?.checked)
  await expect.poll(ticked).toBe(true)
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
